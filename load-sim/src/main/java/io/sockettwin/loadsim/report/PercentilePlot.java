package io.sockettwin.loadsim.report;

import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Latencies by percentile as SVG; both axes logarithmic, so that the tail can be seen.
final class PercentilePlot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 260;
  private static final int LEFT = 62;
  private static final int BOTTOM = 26;
  private static final int TOP = 10;
  private static final int RIGHT = 110;

  /// The axis ends at one in ten thousand.
  private static final double NINES = 4;

  private static final double NAME_HEIGHT = 14;
  private static final double LEAST_MILLIS = 0.1;
  private static final List<Double> TICKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);

  private PercentilePlot() {}

  static String svg(List<Curve> curves) {
    double most =
        curves.stream()
            .flatMapToDouble(curve -> curve.points().stream().mapToDouble(Curve.Point::millis))
            .max()
            .orElse(1);
    double decades = Math.max(1, Math.ceil(Math.log10(Math.max(most, 1) / LEAST_MILLIS)));
    Formatter out = new Formatter(Locale.ROOT);
    out.format("<figure><figcaption>Latency by percentile</figcaption>");
    out.format("<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
    for (int decade = 0; decade <= decades; decade++) {
      double millis = LEAST_MILLIS * Math.pow(10, decade);
      out.format(
          "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(millis, decades), WIDTH - RIGHT);
      out.format(
          "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, y(millis, decades) + 4, words(millis));
    }
    for (double tick : TICKS) {
      out.format(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s%%</text>",
          x(tick),
          HEIGHT - 8,
          tick == Math.rint(tick) ? Integer.toString((int) tick) : Double.toString(tick));
    }
    for (int i = 0; i < curves.size(); i++) {
      line(out, curves.get(i), i, decades);
    }
    names(out, curves, decades);
    return out.format("</svg></figure>").toString();
  }

  private static void line(Formatter out, Curve curve, int number, double decades) {
    Formatter path = new Formatter(Locale.ROOT);
    for (Curve.Point point : curve.points()) {
      path.format(
          "%s%.1f %.1f",
          path.toString().isEmpty() ? "M" : "L", x(point.percentile()), y(point.millis(), decades));
    }
    out.format("<path class=\"line s%d\" d=\"%s\"/>", number, path);
  }

  /// Beside the ends of their lines, from below upwards, none on top of another.
  private static void names(Formatter out, List<Curve> curves, double decades) {
    List<Integer> upwards =
        IntStream.range(0, curves.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> curves.get(i).millisAt(100)))
            .toList();
    double free = HEIGHT;
    for (int number : upwards) {
      Curve curve = curves.get(number);
      double y = Math.min(free, y(curve.millisAt(100), decades) + 4);
      free = y - NAME_HEIGHT;
      out.format(
          "<text class=\"name s%d\" x=\"%d\" y=\"%.1f\">%s</text>",
          number, WIDTH - RIGHT + 8, y, curve.fact());
    }
  }

  private static String words(double millis) {
    if (millis < 1) {
      return "0.1 ms";
    }
    return millis < 1_000
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.0f s", millis / 1_000);
  }

  private static double x(double percentile) {
    double nines = Math.min(NINES, -Math.log10(Math.max(1e-4, 1 - percentile / 100)));
    return LEFT + (WIDTH - LEFT - RIGHT) * nines / NINES;
  }

  private static double y(double millis, double decades) {
    double part = Math.log10(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / decades;
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part;
  }
}
