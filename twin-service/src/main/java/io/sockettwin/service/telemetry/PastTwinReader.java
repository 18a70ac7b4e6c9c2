package io.sockettwin.service.telemetry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sockettwin.service.telemetry.ControlReader.PastControl;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Puts the twin together as it was at a moment, from what was reported until then.
@Singleton
class PastTwinReader {
  /// A property that was not reported for so long before counts as unknown.
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private final RowStream rows;
  private final ControlReader controls;

  PastTwinReader(RowStream rows, ControlReader controls) {
    this.rows = rows;
    this.controls = controls;
  }

  /// @param reported the last value of each property in the week before
  /// @param controls those that were not yet settled
  record PastTwin(
      String productId,
      String name,
      Instant at,
      Map<String, PastValue> reported,
      List<PastControl> controls) {}

  record PastValue(@JsonRawValue @Schema(implementation = Object.class) String value, Instant at) {}

  PastTwin read(DeviceKey device, Layout layout, Instant at) {
    Map<String, PastValue> reported = new LinkedHashMap<>();
    String table = Level.REPORT.table(device.productId()).quoted();
    String sql =
        layout.current().values().stream()
            .map(column -> last(column, table))
            .collect(Collectors.joining(" union all "));
    if (!sql.isEmpty()) {
      Map<String, Object> values =
          Map.of("device", device.deviceName(), "from", at.minus(LOOK_BACK), "at", at);
      rows.read(
          new NamedSql(sql, values),
          row ->
              reported.put(
                  row.getString(1),
                  new PastValue(
                      row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant())));
    }
    return new PastTwin(
        device.productId(), device.deviceName(), at, reported, controls.openAt(device, at));
  }

  /// The last value of one property, read backwards along the key.
  private static String last(Column column, String table) {
    return """
    (select '%1$s' as property, to_jsonb(%2$s)::text as value, at from %3$s
     where device = :device and at > :from and at <= :at and %2$s is not null
     order by at desc, received_at desc limit 1)
    """
        .formatted(column.property(), column.quoted(), table);
  }
}
