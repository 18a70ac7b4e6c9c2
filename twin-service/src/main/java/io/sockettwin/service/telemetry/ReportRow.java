package io.sockettwin.service.telemetry;

import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinEffect.KeepReport;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An accepted report on its way into its table.
///
/// @param receivedAt by the broker; the same when the message is delivered again
record ReportRow(String device, Instant receivedAt, KeepReport report) {

  /// The values in the order of the columns, null where there is none.
  ///
  /// @return null when a value has no column
  @Nullable Value @Nullable [] fit(Layout layout) {
    @Nullable Value[] values = new Value[layout.columns().size()];
    for (Map.Entry<String, Value> entry : report.values().entrySet()) {
      Integer place = layout.place(entry.getKey(), ColumnType.of(entry.getValue()));
      if (place == null) {
        return null;
      }
      values[place] = entry.getValue();
    }
    return values;
  }
}
