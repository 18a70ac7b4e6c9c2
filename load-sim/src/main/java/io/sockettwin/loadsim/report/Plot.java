package io.sockettwin.loadsim.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A plot as SVG: some series over the seconds of a run.
final class Plot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 200;
  private static final int LEFT = 62;
  private static final int RIGHT = 10;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;
  private static final int GRID_LINES = 4;

  /// As many points as the plot is wide; of more the largest of each group is drawn.
  private static final int MAX_POINTS = 430;

  /// A line of a plot, with its class in the style sheet.
  record Series(String name, String style, ToDoubleFunction<Moment> value) {}

  private final String title;
  private final String unit;
  private final List<Series> series;

  Plot(String title, String unit, List<Series> series) {
    this.title = title;
    this.unit = unit;
    this.series = List.copyOf(series);
  }

  /// Whether there is anything to be seen.
  boolean shows(List<Moment> moments) {
    return moments.size() > 1
        && series.stream()
            .anyMatch(one -> moments.stream().anyMatch(it -> one.value().applyAsDouble(it) > 0));
  }

  String svg(List<Moment> moments) {
    double end = moments.getLast().seconds();
    double top = niceTop(moments);
    Formatter out = new Formatter(Locale.ROOT);
    out.format("<figure><figcaption>%s%s</figcaption>", title, legend());
    out.format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, title);
    for (int line = 0; line <= GRID_LINES; line++) {
      double value = top * line / GRID_LINES;
      double y = y(value, top);
      out.format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDTH - RIGHT);
      out.format(
          "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s%s</text>",
          LEFT - 6, y + 4, number(value), line == GRID_LINES ? " " + unit : "");
    }
    for (int tick = 0; tick <= GRID_LINES; tick++) {
      double seconds = end * tick / GRID_LINES;
      out.format(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
          x(seconds, end),
          HEIGHT - 8,
          tick == 0 ? "start" : tick == GRID_LINES ? "end" : "middle",
          Summary.duration(seconds));
    }
    for (Series one : series) {
      out.format("<path class=\"line %s\" d=\"%s\"/>", one.style(), path(one, moments, end, top));
    }
    return out.format("</svg></figure>").toString();
  }

  private String legend() {
    Formatter out = new Formatter(Locale.ROOT);
    for (Series one : series) {
      out.format("<span class=\"key %s\">%s</span>", one.style(), one.name());
    }
    return out.toString();
  }

  private static String path(Series one, List<Moment> moments, double end, double top) {
    int group = Math.max(1, (moments.size() + MAX_POINTS - 1) / MAX_POINTS);
    Formatter path = new Formatter(Locale.ROOT);
    for (int from = 0; from < moments.size(); from += group) {
      List<Moment> some = moments.subList(from, Math.min(from + group, moments.size()));
      double most = some.stream().mapToDouble(one.value()).max().orElse(0);
      path.format(
          "%s%.1f %.1f", from == 0 ? "M" : "L", x(some.getFirst().seconds(), end), y(most, top));
    }
    return path.toString();
  }

  private double niceTop(List<Moment> moments) {
    double most =
        series.stream()
            .flatMapToDouble(one -> moments.stream().mapToDouble(one.value()))
            .max()
            .orElse(0);
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-3))));
    for (double step : new double[] {1, 2, 4, 5, 10}) {
      if (most <= step * magnitude) {
        return step * magnitude;
      }
    }
    throw new IllegalStateException("no scale for " + most);
  }

  private static double x(double seconds, double end) {
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / Math.max(end, 1e-9);
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
  }

  private static String number(double value) {
    return value >= 10 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }
}
