package io.sockettwin.service.telemetry;

import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/// Keeps accepted reports and events, in the transaction of the lane that accepts them.
@Singleton
class HistoryWriter implements Participant {
  private final Layouts layouts;
  private final Partitions partitions;
  private final TelemetryMetrics metrics;

  HistoryWriter(Layouts layouts, Partitions partitions, TelemetryMetrics metrics) {
    this.layouts = layouts;
    this.partitions = partitions;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new HistorySide(layouts, partitions, metrics);
  }
}
