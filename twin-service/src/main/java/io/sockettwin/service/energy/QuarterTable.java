package io.sockettwin.service.energy;

import io.sockettwin.service.telemetry.RetainedTable;
import io.sockettwin.service.telemetry.Span;
import io.sockettwin.service.telemetry.Table;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Where the quarters of an hour are kept.
@Singleton
class QuarterTable implements RetainedTable {
  static final Table TABLE = new Table("energy", Span.MONTH, true);

  private final EnergyConfig config;

  QuarterTable(EnergyConfig config) {
    this.config = config;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public Duration span() {
    return config.quarters();
  }
}
