package io.sockettwin.service.telemetry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// A table of the schema `history`, partitioned by its column `at`.
///
/// @param updated whether its rows change after they were written
public record Table(String name, Span span, boolean updated) {
  static final Table EVENT = new Table("event", Span.MONTH, false);

  /// For SQL.
  public String quoted() {
    return "history." + Sql.quoted(name);
  }

  /// The name of the partition that begins on this day.
  String partition(LocalDate start) {
    return name + "_" + start.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
