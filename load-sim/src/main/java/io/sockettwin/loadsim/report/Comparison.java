package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Facts.Unit;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Two results side by side.
public final class Comparison {

  private Comparison() {}

  public static String text(Result before, Result after) {
    Formatter out = new Formatter(Locale.ROOT);
    if (!before.scenario().equals(after.scenario()) || before.sockets() != after.sockets()) {
      out.format(
          "Not the same load: %s with %d sockets, %s with %d%n%n",
          before.scenario(), before.sockets(), after.scenario(), after.sockets());
    }
    out.format(
        "  %-22s %14s %14s %9s%n",
        "",
        before.startedAt().toString().substring(0, 10),
        after.startedAt().toString().substring(0, 10),
        "change");
    SortedSet<String> names = new TreeSet<>(before.facts().keySet());
    names.addAll(after.facts().keySet());
    for (String name : names) {
      Unit unit = Facts.unit(name);
      if (unit != null) {
        row(out, name, unit, before.facts(), after.facts());
      }
    }
    out.format("%n  %-22s %14s %14s%n", "verdict", before.verdict(), after.verdict());
    return out.toString();
  }

  private static void row(
      Formatter out,
      String name,
      Unit unit,
      Map<String, Double> before,
      Map<String, Double> after) {
    Double a = before.get(name);
    Double b = after.get(name);
    if ((a == null || a == 0) && (b == null || b == 0)) {
      return;
    }
    out.format(
        "  %-22s %14s %14s %9s%n",
        name,
        a == null ? "-" : Expectation.withUnit(a, unit),
        b == null ? "-" : Expectation.withUnit(b, unit),
        a == null || b == null || a == 0
            ? ""
            : String.format(Locale.ROOT, "%+.1f%%", 100 * (b - a) / a));
  }
}
