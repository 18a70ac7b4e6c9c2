package io.sockettwin.service.telemetry;

import java.util.List;
import java.util.Locale;

/// How finely the reports of a product are kept: each as it came, and rolled up over a minute, an
/// hour and a day of UTC.
enum Level {
  REPORT(Span.WEEK),
  MINUTE(Span.MONTH),
  HOUR(Span.YEAR),
  DAY(Span.YEAR);

  /// From fine to coarse; each is made from the one before.
  static final List<Level> ROLL_UPS = List.of(MINUTE, HOUR, DAY);

  private final Span span;

  Level(Span span) {
    this.span = span;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The product's table; its id is made of capitals and digits, so small letters are as unique.
  Table table(String productId) {
    return new Table(text() + "_" + productId.toLowerCase(Locale.ROOT), span, this != REPORT);
  }

  /// What it is rolled up from.
  Level source() {
    return switch (this) {
      case REPORT -> throw new IllegalStateException("reports are rolled up from nothing");
      case MINUTE -> REPORT;
      case HOUR -> MINUTE;
      case DAY -> HOUR;
    };
  }
}
