package io.sockettwin.loadsim.report;

import java.time.Duration;
import java.util.stream.DoubleStream;

/// An axis of a plot with round numbers on it.
///
/// @param end where it ends
record Axis(double step, double end) {

  private static final int LINES = 5;

  /// What people count time in, in seconds.
  private static final double[] TIMES = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200
  };

  private static final double DAY = Duration.ofDays(1).toSeconds();

  /// Up to the first round number that is not less.
  static Axis ofValues(double most) {
    double about = Math.max(most, 1e-3) / LINES;
    double step = round(about);
    return new Axis(step, step * Math.max(1, Math.ceil(most / step)));
  }

  /// Up to the very end.
  static Axis ofSeconds(double end) {
    double about = end / LINES;
    for (double step : TIMES) {
      if (about <= step) {
        return new Axis(step, end);
      }
    }
    return new Axis(DAY * round(about / DAY), end);
  }

  /// The numbers on it, from zero.
  DoubleStream ticks() {
    return DoubleStream.iterate(0, tick -> tick <= end * (1 + 1e-9), tick -> tick + step);
  }

  double part(double value) {
    return value / end;
  }

  private static double round(double about) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(about)));
    for (double step : new double[] {1, 2, 5}) {
      if (about <= step * magnitude) {
        return step * magnitude;
      }
    }
    return 10 * magnitude;
  }
}
