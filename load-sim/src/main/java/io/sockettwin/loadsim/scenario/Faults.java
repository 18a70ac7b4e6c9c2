package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.fleet.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads what goes wrong.
final class Faults {

  private static final Duration ZERO = Duration.ZERO;
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Map<String, Fault.Kind> KINDS = kinds();

  private Faults() {}

  static Fault read(Section in) {
    if (!in.has("fault")) {
      in.problem("fault", "fault is missing: one of " + String.join(", ", KINDS.keySet()));
    }
    Fault.Kind kind = in.oneOf("fault", KINDS, Fault.Kind.CONNECTION_DROP);
    if (in.has("at") == in.has("per-hour")) {
      in.problem("fault", "a fault comes either at a time (at) or again and again (per-hour)");
    }
    Fault.When when =
        in.has("at")
            ? new Fault.When.At(
                in.duration("at", ZERO, LONGEST, ZERO), in.duration("within", ZERO, LONGEST, ZERO))
            : new Fault.When.PerHour(in.number("per-hour", 36_000, 1));
    Fault fault =
        new Fault(
            kind,
            when,
            in.share("share", 1),
            in.duration("lasts", ZERO, LONGEST, usualLength(kind)),
            in.share("chance", 0.05),
            in.duration("by", ZERO, LONGEST, Duration.ofMillis(200)));
    in.end();
    return fault;
  }

  /// How long a fault lasts that can only be seen while it does.
  private static Duration usualLength(Fault.Kind kind) {
    return switch (kind) {
      case CONNECTION_DROP, DUPLICATE_IDENTITY, MALFORMED_PAYLOADS, OVERLOAD -> ZERO;
      case HALF_OPEN, SLOW_CONSUMER, ROUTER_REBOOT, BROWN_OUT, POWER_CUT -> Duration.ofSeconds(20);
      case MESSAGE_LOSS, DUPLICATES, REORDERING, DELAY -> Duration.ofSeconds(30);
      case CLOCK_SKEW, CLOCK_JUMP, WORN_STORAGE -> Duration.ofMinutes(1);
      case LINE_NOISE, METER_SILENCE -> Duration.ofSeconds(10);
    };
  }

  static Map<String, Fault.Kind> kinds() {
    Map<String, Fault.Kind> kinds = new TreeMap<>();
    for (Fault.Kind kind : Fault.Kind.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
    }
    return kinds;
  }
}
