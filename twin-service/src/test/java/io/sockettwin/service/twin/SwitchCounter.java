package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Counts in a table of its own how often each device was switched on, and switches it off when it
/// is woken a moment later. A small feature as there will be many.
final class SwitchCounter implements Participant {
  static final String TABLE = "create table switching (name text primary key, times integer)";

  private static final String UPSERT =
      "insert into switching values (?, ?) on conflict (name) do update set times = excluded.times";

  final List<String> told = new CopyOnWriteArrayList<>();
  private final Duration longest;

  SwitchCounter(Duration longest) {
    this.longest = longest;
  }

  @Override
  public String name() {
    return "switchings";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new Counting();
  }

  private static boolean isOn(TwinState state) {
    var reported = state.reported().get("power_switch");
    return reported != null && reported.value().toJson().asInt() == 1;
  }

  private final class Counting implements Side {
    private final Map<DeviceKey, Integer> times = new HashMap<>();
    private final Set<DeviceKey> counted = new HashSet<>();

    @Override
    public void start(LaneTransaction transaction) throws SQLException {
      try (var statement = transaction.connection().createStatement();
          ResultSet rows = statement.executeQuery("select name from switching")) {
        while (rows.next()) {
          transaction.wakeAt(new DeviceKey(LaneBench.PRODUCT, rows.getString(1)), Instant.EPOCH);
        }
      }
    }

    @Override
    public void load(Set<DeviceKey> devices, LaneTransaction transaction) throws SQLException {
      String sql = "select times from switching where name = ?";
      try (var statement = transaction.connection().prepareStatement(sql)) {
        for (DeviceKey device : devices) {
          statement.setString(1, device.deviceName());
          try (ResultSet row = statement.executeQuery()) {
            times.put(device, row.next() ? row.getInt(1) : 0);
          }
        }
      }
    }

    @Override
    public void advanced(Advance advance, LaneTransaction transaction) {
      DeviceKey device = advance.device();
      told.add(advance.input().getClass().getSimpleName());
      if (isOn(advance.step().state()) && !isOn(advance.before())) {
        times.merge(device, 1, Integer::sum);
        counted.add(device);
        transaction.wakeAt(device, Instant.now().plus(longest));
        transaction.afterCommit(() -> told.add("committed"));
      }
      if (device.deviceName().equals("endless")) {
        transaction.follow(new TwinInput.WakeUp());
      }
      if (device.deviceName().equals("faulty")) {
        throw new IllegalStateException("a bug of the participant");
      }
    }

    @Override
    public void woken(DeviceKey device, Instant now, LaneTransaction transaction) {
      told.add("woken");
      var off = new LinkedHashMap<String, Value>(Map.of("power_switch", new Value.Bool(false)));
      String id = "off-" + device.deviceName() + "-" + times.get(device);
      transaction.follow(new TwinInput.ControlRequested(id, off, now.plusSeconds(3600)));
    }

    @Override
    public void write(LaneTransaction transaction) throws SQLException {
      try (var statement = transaction.connection().prepareStatement(UPSERT)) {
        for (DeviceKey device : counted) {
          statement.setString(1, device.deviceName());
          statement.setInt(2, times.get(device));
          statement.executeUpdate();
        }
      }
      counted.clear();
    }

    @Override
    public void forgetAll() {
      times.clear();
      counted.clear();
    }
  }
}
