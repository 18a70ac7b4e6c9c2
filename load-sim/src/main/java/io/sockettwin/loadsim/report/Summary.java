package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.check.Expectation.Outcome;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Facts.Unit;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A result in words and tables for a terminal.
public final class Summary {

  /// More differences are told by their kinds only.
  private static final int SHOWN_DIFFERENCES = 20;

  private Summary() {}

  public static String text(Result result) {
    Formatter out = new Formatter(Locale.ROOT);
    out.format(
        "%s, seed %d: %d sockets against %s, %s%s%n",
        result.scenario(),
        result.seed(),
        result.sockets(),
        result.target(),
        duration(result.seconds()),
        result.interrupted() ? " (broken off)" : "");
    out.format("%n");
    counts(out, result.facts());
    latencies(out, result.curves());
    differences(out, result);
    expectations(out, result.expectations());
    out.format("%s%n", verdict(result));
    return out.toString();
  }

  /// The last line of it all.
  public static String verdict(Result result) {
    return switch (result.verdict()) {
      case PASSED -> "PASSED";
      case FAILED ->
          result.interrupted()
              ? "NOT FINISHED: the run was broken off"
              : "FAILED: "
                  + result.expectations().stream().filter(it -> !it.fulfilled()).count()
                  + " of "
                  + result.expectations().size()
                  + " expectations are not fulfilled";
      case NOT_VALID -> "NOT VALID: " + result.bottleneck();
    };
  }

  static String actual(Outcome outcome) {
    return outcome.actual() == null ? "not known" : outcome.actual();
  }

  private static void counts(Formatter out, Map<String, Double> facts) {
    facts.forEach((name, value) -> {
      Unit unit = Facts.unit(name);
      if (unit != null && unit != Unit.MILLISECONDS && value != 0) {
        out.format("  %-22s %12s%n", name, Expectation.withUnit(value, unit));
      }
    });
    out.format("%n");
  }

  private static void latencies(Formatter out, List<Curve> curves) {
    if (curves.isEmpty()) {
      return;
    }
    out.format("  %-10s %10s %9s %9s %9s %9s   in ms%n", "", "count", "p50", "p90", "p99", "max");
    for (Curve curve : curves) {
      out.format(
          "  %-10s %10d %9.1f %9.1f %9.1f %9.1f   %s%n",
          curve.fact(),
          curve.count(),
          curve.millisAt(50),
          curve.millisAt(90),
          curve.millisAt(99),
          curve.millisAt(100),
          curve.meaning());
    }
    out.format("%n");
  }

  private static void differences(Formatter out, Result result) {
    if (result.differences().isEmpty()) {
      return;
    }
    out.format("Differences between sockets and service:%n");
    Map<Difference.Kind, Long> kinds =
        result.differences().stream()
            .collect(Collectors.groupingBy(Difference::kind, Collectors.counting()));
    kinds.forEach((kind, count) -> out.format("  %6d %s%n", count, kind.words()));
    result.differences().stream()
        .limit(SHOWN_DIFFERENCES)
        .forEach(it -> out.format("  %s: %s: %s%n", it.device(), it.kind().words(), it.detail()));
    out.format("%n");
  }

  private static void expectations(Formatter out, List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      out.format(
          "  %s  %-32s %s%n",
          outcome.fulfilled() ? "ok  " : "FAIL", outcome.expectation(), actual(outcome));
    }
    if (!outcomes.isEmpty()) {
      out.format("%n");
    }
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 120) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole < 7_200
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3_600, whole % 3_600 / 60);
  }
}
