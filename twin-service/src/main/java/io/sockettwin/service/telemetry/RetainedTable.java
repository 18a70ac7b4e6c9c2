package io.sockettwin.service.telemetry;

import java.time.Duration;

/// A table of the schema `history` that another feature keeps; every bean of this type is one. Its
/// partitions are made ahead, and dropped when all they hold is older than the span.
public interface RetainedTable {
  Table table();

  Duration span();
}
