package io.sockettwin.loadsim.check;

import io.sockettwin.loadsim.check.Difference.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What came out of a run, by name: counts, shares in percent, times in milliseconds.
public final class Facts {

  /// Shares of a whole, in percent.
  private static final Set<String> SHARES = Set.of("connected", "generator.cpu");

  private static final Map<String, Double> PERCENTILES =
      Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0, "p999", 99.9, "max", 100.0);

  /// What else a run knows, besides counts and latencies.
  private static final List<String> OTHERS =
      List.of(
          "connected",
          "audit.differences",
          "audit.devices",
          "controls.asked",
          "controls.refused",
          "controls.lost",
          "timers.set",
          "timers.missing",
          "timers.doubled",
          "alarms.raised",
          "pushes.heard",
          "pushes.repeated",
          "generator.cpu",
          "generator.lag.p99",
          "generator.lag.max");

  private static final Set<String> NAMES = collectNames();

  private final SequencedMap<String, Double> values = new LinkedHashMap<>();

  /// The unit of a fact.
  public enum Unit {
    COUNT,
    PERCENT,
    MILLISECONDS
  }

  public void put(String name, double value) {
    if (unit(name) == null) {
      throw new IllegalArgumentException("no such fact: " + name);
    }
    values.put(name, value);
  }

  public void put(Count count, long value) {
    put(count.fact(), (double) value);
  }

  /// The percentiles of what was timed, unless nothing was.
  public void put(Latency latency, Histogram micros) {
    if (micros.getTotalCount() > 0) {
      PERCENTILES.forEach((name, percentile) ->
          put(latency.fact() + "." + name, micros.getValueAtPercentile(percentile) / 1_000.0));
    }
  }

  /// How many timers were set, and what became of them.
  public void putTimers(int set, List<Difference> differences) {
    put("timers.set", set);
    put("timers.missing", Difference.count(differences, Kind.TIMER_MISSING));
    put("timers.doubled", Difference.count(differences, Kind.TIMER_DOUBLED));
  }

  public OptionalDouble get(String name) {
    Double value = values.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  public SequencedMap<String, Double> all() {
    return new LinkedHashMap<>(values);
  }

  /// The unit of a fact that any run can have; null if there is no such fact.
  public static @Nullable Unit unit(String name) {
    if (!NAMES.contains(name)) {
      return null;
    }
    if (SHARES.contains(name)) {
      return Unit.PERCENT;
    }
    boolean timed = name.matches(".*\\.(p50|p90|p99|p999|max)");
    return timed ? Unit.MILLISECONDS : Unit.COUNT;
  }

  /// All names there are.
  public static Set<String> names() {
    return NAMES;
  }

  private static Set<String> collectNames() {
    Set<String> names = new TreeSet<>(OTHERS);
    for (Count count : Count.values()) {
      names.add(count.fact());
    }
    for (Latency latency : Latency.values()) {
      PERCENTILES.keySet().forEach(part -> names.add(latency.fact() + "." + part));
    }
    return Collections.unmodifiableSet(names);
  }
}
