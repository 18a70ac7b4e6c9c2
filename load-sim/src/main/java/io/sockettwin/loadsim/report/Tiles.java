package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Facts.Unit;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// The few numbers that everybody looks for first.
final class Tiles {

  private record Tile(String fact, String words) {}

  private static final List<Tile> TILES =
      List.of(
          new Tile("connected", "connected at the end"),
          new Tile("reports.acked", "reports acknowledged"),
          new Tile("report.p99", "99 of 100 reports answered within"),
          new Tile("trips", "overloads cut off"),
          new Tile("alarm.p99", "99 of 100 alarms delivered within"),
          new Tile("controls.heard", "controls carried out"),
          new Tile("audit.differences", "differences in the audit"));

  private Tiles() {}

  static String html(Result result) {
    Formatter out = new Formatter(Locale.ROOT);
    out.format("<ul class=\"tiles\">");
    for (Tile tile : TILES) {
      Double value = result.facts().get(tile.fact());
      Unit unit = Facts.unit(tile.fact());
      if (value != null && unit != null) {
        out.format("<li><b>%s</b>%s</li>", number(value, unit), tile.words());
      }
    }
    return out.format("</ul>").toString();
  }

  private static String number(double value, Unit unit) {
    return switch (unit) {
      case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
      case PERCENT -> Expectation.withUnit(value, unit);
      case MILLISECONDS ->
          value < 1_000
              ? String.format(Locale.ROOT, "%.0f ms", value)
              : String.format(Locale.ROOT, "%.1f s", value / 1_000);
    };
  }
}
