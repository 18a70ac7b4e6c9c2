package io.sockettwin.loadsim.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// How busy people are in each hour of the day, one being the average.
public record DailyCurve(List<Double> hours) {

  public static final int HOURS = 24;

  /// Quiet nights, a small peak at seven, a large one in the evening.
  public static final DailyCurve HOUSEHOLD =
      of(1, 1, 1, 1, 1, 2, 4, 7, 5, 4, 4, 4, 5, 4, 4, 4, 5, 7, 9, 10, 9, 7, 4, 2);

  public static final DailyCurve FLAT =
      of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

  public DailyCurve {
    hours = List.copyOf(hours);
    if (hours.size() != HOURS || hours.stream().anyMatch(hour -> !(hour >= 0))) {
      throw new IllegalArgumentException("a day has 24 hours of zero or more: " + hours);
    }
  }

  /// Weights of any size, made to average one.
  public static DailyCurve of(double... weights) {
    double sum = Arrays.stream(weights).sum();
    return new DailyCurve(Arrays.stream(weights).mapToObj(weight -> weight * HOURS / sum).toList());
  }

  /// How busy it is some time after midnight of the first day.
  public double at(Duration sinceMidnight) {
    return hours.get((int) Math.floorMod(sinceMidnight.toHours(), (long) HOURS));
  }

  /// The busiest hour.
  public double most() {
    return hours.stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }
}
