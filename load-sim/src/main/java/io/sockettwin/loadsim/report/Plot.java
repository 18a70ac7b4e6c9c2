package io.sockettwin.loadsim.report;

import java.time.Duration;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A plot as SVG: some series over the seconds of a run.
final class Plot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 200;
  private static final int LEFT = 62;
  private static final int RIGHT = 24;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;

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
    Axis time = Axis.ofSeconds(moments.getLast().seconds());
    Axis values = Axis.ofValues(most(moments));
    Formatter out = new Formatter(Locale.ROOT);
    out.format("<figure><figcaption>%s%s</figcaption>", title, legend());
    out.format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, title);
    values
        .ticks()
        .forEach(value -> {
          double y = y(values.part(value));
          out.format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDTH - RIGHT);
          out.format(
              "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s%s</text>",
              LEFT - 6, y + 4, number(value), value == 0 ? "" : unit);
        });
    time.ticks()
        .forEach(seconds ->
            out.format(
                "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                x(time.part(seconds)), HEIGHT - 8, moment(seconds)));
    for (Series one : series) {
      out.format(
          "<path class=\"line %s\" d=\"%s\"/>", one.style(), path(one, moments, time, values));
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

  private static String path(Series one, List<Moment> moments, Axis time, Axis values) {
    int group = Math.max(1, (moments.size() + MAX_POINTS - 1) / MAX_POINTS);
    Formatter path = new Formatter(Locale.ROOT);
    for (int from = 0; from < moments.size(); from += group) {
      List<Moment> some = moments.subList(from, Math.min(from + group, moments.size()));
      double most = some.stream().mapToDouble(one.value()).max().orElse(0);
      path.format(
          "%s%.1f %.1f",
          from == 0 ? "M" : "L", x(time.part(some.getFirst().seconds())), y(values.part(most)));
    }
    return path.toString();
  }

  private double most(List<Moment> moments) {
    return series.stream()
        .flatMapToDouble(one -> moments.stream().mapToDouble(one.value()))
        .max()
        .orElse(0);
  }

  private static double x(double part) {
    return LEFT + (WIDTH - LEFT - RIGHT) * part;
  }

  private static double y(double part) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part;
  }

  private static String number(double value) {
    return value >= 10 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }

  private static String moment(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (seconds == 0) {
      return "0";
    }
    if (time.toSeconds() < 60) {
      return time.toSeconds() + " s";
    }
    return time.toHours() < 24
        ? "%d:%02d"
                .formatted(
                    time.toHours() > 0 ? time.toHours() : time.toMinutes(),
                    time.toHours() > 0 ? time.toMinutesPart() : time.toSecondsPart())
            + (time.toHours() > 0 ? " h" : " min")
        : "day " + time.toDays();
  }
}
