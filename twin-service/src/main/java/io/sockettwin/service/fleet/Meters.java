package io.sockettwin.service.fleet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Reads the service's own meters.
@Singleton
class Meters {
  /// What a timer said, all its tags together.
  record Total(long count, double milliseconds, double maxMilliseconds) {
    static final Total NONE = new Total(0, 0, 0);
  }

  /// What all of them said.
  ///
  /// @param nanos when, by the clock of the machine
  record Reading(long nanos, double messages, long waiting, Map<Hop, Total> hops) {
    /// At least a millisecond, as rates are divided by it.
    double secondsUntil(Reading later) {
      return Math.max(1e-3, (later.nanos - nanos) / 1e9);
    }

    Total of(Hop hop) {
      return hops.getOrDefault(hop, Total.NONE);
    }
  }

  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  Reading read() {
    Map<Hop, Total> hops = new EnumMap<>(Hop.class);
    for (Hop hop : Hop.values()) {
      hops.put(hop, total(registry.find(hop.meter()).timers()));
    }
    double messages =
        registry.find("sockettwin.messages.received").counters().stream()
            .mapToDouble(Counter::count)
            .sum();
    double waiting =
        registry.find("sockettwin.lanes.waiting").gauges().stream()
            .mapToDouble(Gauge::value)
            .filter(Double::isFinite)
            .sum();
    return new Reading(System.nanoTime(), messages, Math.round(waiting), hops);
  }

  private static Total total(Collection<Timer> timers) {
    return timers.stream()
        .map(timer ->
            new Total(
                timer.count(),
                timer.totalTime(TimeUnit.MILLISECONDS),
                timer.max(TimeUnit.MILLISECONDS)))
        .reduce(
            Total.NONE,
            (one, other) ->
                new Total(
                    one.count() + other.count(),
                    one.milliseconds() + other.milliseconds(),
                    Math.max(one.maxMilliseconds(), other.maxMilliseconds())));
  }
}
