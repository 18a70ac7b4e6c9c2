package io.sockettwin.service.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is told of a property's values in a span of time.
enum Aggregate {
  AVG("avg(%1$s)", "sum(%1$s_avg * %1$s_count) / nullif(sum(%1$s_count), 0)"),
  MIN("min(%1$s)", "min(%1$s_min)"),
  MAX("max(%1$s)", "max(%1$s_max)"),
  LAST(
      "(array_agg(%1$s order by r.at desc, r.received_at desc) filter (where %1$s is not null))[1]",
      "(array_agg(%1$s_last order by r.at desc) filter (where %1$s_last is not null))[1]"),
  COUNT("count(%1$s)", "coalesce(sum(%1$s_count), 0)");

  private final String ofReports;
  private final String ofRollUps;

  Aggregate(String ofReports, String ofRollUps) {
    this.ofReports = ofReports;
    this.ofRollUps = ofRollUps;
  }

  static Optional<Aggregate> parse(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(Aggregate::text).collect(Collectors.joining(", "));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sqlType() {
    return this == COUNT ? "bigint" : "double precision";
  }

  /// The expression over the rows `r` of a level's table.
  String of(Column column, Level source) {
    String name = "r.\"" + column.name();
    return (source == Level.REPORT
            ? ofReports.formatted(name + '"')
            : ofRollUps.replaceAll("(%1\\$s_\\w+)", "$1\"").formatted(name))
        + "::"
        + sqlType();
  }
}
