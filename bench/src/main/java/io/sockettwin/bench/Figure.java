package io.sockettwin.bench;

import io.sockettwin.bench.Site.Usages;
import org.HdrHistogram.Histogram;

/// What was measured at one rate.
///
/// @param offered reports a second
/// @param answered answers with code 0 a second, hence committed
/// @param heldBack reports a second that were due and could not be sent
/// @param latencies from when a report was due to its answer, in microseconds
/// @param used while it was measured
/// @param at the end of it
/// @param outstanding reports under way at the end
record Figure(
    int devices,
    int offered,
    double answered,
    double heldBack,
    Histogram latencies,
    double seconds,
    Usages used,
    Usages at,
    long outstanding) {

  static final String HEADER =
      """
      devices  offered/s answered/s  held/s    p50 ms    p99 ms    max ms |  CPU-s per 10 000:\
       service  broker database generator | MB: service broker database | under way\
      """;

  @Override
  public String toString() {
    return "%7d %10d %10.0f %7.0f %9.1f %9.1f %9.1f | %26.2f %7.2f %8.2f %9.2f | %11d %6d %8d | %9d"
        .formatted(
            devices,
            offered,
            answered,
            heldBack,
            latencies.getValueAtPercentile(50) / 1e3,
            latencies.getValueAtPercentile(99) / 1e3,
            latencies.getMaxValue() / 1e3,
            per10000(used.service()),
            per10000(used.broker()),
            per10000(used.database()),
            per10000(used.generator()),
            megabytes(at.service()),
            megabytes(at.broker()),
            megabytes(at.database()),
            outstanding);
  }

  private double per10000(Usage usage) {
    return usage.cpuSeconds() / (answered * seconds / 10_000);
  }

  private static long megabytes(Usage usage) {
    return usage.residentBytes() >> 20;
  }
}
