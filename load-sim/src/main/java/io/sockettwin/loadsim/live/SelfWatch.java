package io.sockettwin.loadsim.live;

import com.sun.management.OperatingSystemMXBean;
import io.sockettwin.loadsim.check.Facts;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Watches whether the generator keeps up: a load that comes late says nothing about the service.
final class SelfWatch {

  /// What the loops may be late, in 99 of 100 wakes.
  static final double LAG_LIMIT_MILLIS = 100;

  /// A single pause of this length spoils the highest percentiles.
  static final double PAUSE_LIMIT_MILLIS = 1_000;

  /// Of all cores; above it this process is the limit.
  static final double CPU_LIMIT_PERCENT = 90;

  private static final long LONGEST_MICROS = 60_000_000;

  private final List<Lane> lanes;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Histogram lagMicros = new Histogram(LONGEST_MICROS, 3);
  private final long cpuAtStart = system.getProcessCpuTime();
  private final long startedAt = System.nanoTime();
  private long lastCpu = cpuAtStart;
  private long lastAt = startedAt;

  SelfWatch(List<Lane> lanes) {
    this.lanes = lanes;
  }

  /// The longest lag since this was asked last.
  double lagMillis() {
    Histogram recent = new Histogram(LONGEST_MICROS, 3);
    lanes.forEach(lane -> recent.add(lane.lagMicros().getIntervalHistogram()));
    lagMicros.add(recent);
    return recent.getMaxValue() / 1_000.0;
  }

  /// Of all cores, since this was asked last.
  double cpuPercent() {
    long cpu = system.getProcessCpuTime();
    long now = System.nanoTime();
    double percent = percent(cpu - lastCpu, now - lastAt);
    lastCpu = cpu;
    lastAt = now;
    return percent;
  }

  double cpuSeconds() {
    return (system.getProcessCpuTime() - cpuAtStart) / 1e9;
  }

  void state(Facts facts) {
    facts.put("generator.cpu", averageCpuPercent());
    facts.put("generator.lag.p99", lagMicros.getValueAtPercentile(99) / 1_000.0);
    facts.put("generator.lag.max", lagMicros.getMaxValue() / 1_000.0);
  }

  /// Why the generator may have been the limit; null if it was not.
  @Nullable String bottleneck() {
    double lag = lagMicros.getValueAtPercentile(99) / 1_000.0;
    if (lag > LAG_LIMIT_MILLIS) {
      return "one wake in a hundred was more than %.0f ms late (limit %.0f ms)"
          .formatted(lag, LAG_LIMIT_MILLIS);
    }
    double pause = lagMicros.getMaxValue() / 1_000.0;
    if (pause > PAUSE_LIMIT_MILLIS) {
      return "load-sim itself stood still for %.0f ms (limit %.0f ms)"
          .formatted(pause, PAUSE_LIMIT_MILLIS);
    }
    if (averageCpuPercent() > CPU_LIMIT_PERCENT) {
      return "load-sim used %.0f%% of all cores (limit %.0f%%)"
          .formatted(averageCpuPercent(), CPU_LIMIT_PERCENT);
    }
    return null;
  }

  private double averageCpuPercent() {
    return percent(system.getProcessCpuTime() - cpuAtStart, System.nanoTime() - startedAt);
  }

  private static double percent(long cpuNanos, long nanos) {
    return 100.0 * cpuNanos / Math.max(1, nanos) / Runtime.getRuntime().availableProcessors();
  }
}
