package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Latency;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// How long something took, percentile by percentile.
public record Curve(String fact, String meaning, long count, List<Point> points) {

  private static final double[] PERCENTILES = {
    0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99, 100
  };

  /// This share of them took no longer.
  public record Point(double percentile, double millis) {}

  public Curve {
    points = List.copyOf(points);
  }

  /// What so many percent did not exceed; one of those that are kept.
  double millisAt(double percentile) {
    return points.stream()
        .filter(point -> point.percentile() == percentile)
        .mapToDouble(Point::millis)
        .findFirst()
        .orElse(Double.NaN);
  }

  /// One for each latency that was seen at all.
  public static List<Curve> of(Books books) {
    List<Curve> curves = new ArrayList<>();
    for (Latency latency : Latency.values()) {
      Histogram micros = books.all(latency);
      if (micros.getTotalCount() > 0) {
        curves.add(
            new Curve(latency.fact(), latency.meaning(), micros.getTotalCount(), points(micros)));
      }
    }
    return curves;
  }

  private static List<Point> points(Histogram micros) {
    List<Point> points = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      points.add(new Point(percentile, micros.getValueAtPercentile(percentile) / 1_000.0));
    }
    return points;
  }
}
