package io.sockettwin.service.production;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Keeps the hardware ids that devices tell with report_info. An image that was burned into two
/// devices shows as two ids under one name.
@Singleton
final class HardwareWatch implements Participant {
  @Override
  public String name() {
    return "hardware";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new Ids();
  }

  /// The first of the members that identify a piece of hardware (protocol section 5.6).
  static Optional<String> hardwareId(TwinState state) {
    return Stream.of("mac", "imei")
        .map(state.info()::get)
        .filter(id -> id != null && !id.isBlank())
        .findFirst();
  }

  /// Writes ids when they change, which is hardly ever.
  private static final class Ids implements Side {
    private record Seen(String id, Instant at) {}

    private final Map<DeviceKey, Seen> changed = new LinkedHashMap<>();

    @Override
    public void advanced(Advance advance, LaneTransaction transaction) {
      Optional<String> now = hardwareId(advance.step().state());
      if (now.isPresent() && !now.equals(hardwareId(advance.before()))) {
        changed.put(advance.device(), new Seen(now.get(), advance.at()));
      }
    }

    @Override
    public void write(LaneTransaction transaction) throws SQLException {
      for (Map.Entry<DeviceKey, Seen> entry : changed.entrySet()) {
        Sql.of(
                "insert into device_hardware (product_id, name, hardware_id, last_at)"
                    + " values (?, ?, ?, ?) on conflict (product_id, name, hardware_id)"
                    + " do update set last_at = excluded.last_at",
                entry.getKey().productId(),
                entry.getKey().deviceName(),
                entry.getValue().id(),
                entry.getValue().at())
            .run(transaction.connection());
      }
      changed.clear();
    }

    @Override
    public void forgetAll() {
      changed.clear();
    }
  }
}
