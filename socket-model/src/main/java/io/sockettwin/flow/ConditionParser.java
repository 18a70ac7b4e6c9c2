package io.sockettwin.flow;

import io.sockettwin.flow.Expressions.Compiled;
import io.sockettwin.thing.DataTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads conditions and checks them against the data template. Returns null where a problem was
/// noted.
final class ConditionParser {
  private static final int MAX_DEPTH = 8;

  /// Of one flow; each is judged with every report of every device.
  static final int MAX_CONDITIONS = 50;

  private static final int MAX_TIMES = 100;

  /// The members that say which condition it is.
  private static final List<String> KINDS =
      List.of("all", "any", "property", "param", "status", "from", "between", "expression");

  private static final Set<String> MODIFIERS = Set.of("for", "times", "within");

  private final FieldParser fields;
  private final Trigger trigger;
  private final Expressions expressions;
  private int count;

  ConditionParser(DataTemplate template, Trigger trigger, Expressions expressions) {
    this.fields = new FieldParser(template, trigger);
    this.trigger = trigger;
    this.expressions = expressions;
  }

  @Nullable Condition read(Spot spot) {
    return read(spot, 1);
  }

  private @Nullable Condition read(Spot spot, int depth) {
    if (!spot.json().isObject()) {
      spot.problem(spot.json().isMissingNode() ? "is missing" : "must be an object");
      return null;
    }
    if (depth > MAX_DEPTH) {
      spot.problem("is nested deeper than " + MAX_DEPTH);
      return null;
    }
    if (++count == MAX_CONDITIONS + 1) {
      spot.problem("is one condition too many; " + MAX_CONDITIONS + " at most");
    }
    if (count > MAX_CONDITIONS) {
      return null;
    }
    List<String> kinds = KINDS.stream().filter(spot::has).toList();
    if (kinds.size() != 1) {
      spot.problem("must have exactly one of " + String.join(", ", KINDS));
      return null;
    }
    return modified(spot, kind(spot, kinds.getFirst(), depth));
  }

  private @Nullable Condition kind(Spot spot, String kind, int depth) {
    return switch (kind) {
      case "all" -> {
        allow(spot, "all");
        List<Condition> parts = parts(spot.member("all"), depth);
        yield parts == null ? null : new Condition.All(parts);
      }
      case "any" -> {
        allow(spot, "any");
        List<Condition> parts = parts(spot.member("any"), depth);
        yield parts == null ? null : new Condition.Any(parts);
      }
      case "property" -> fields.property(spot);
      case "param" -> fields.param(spot);
      case "status" -> status(spot);
      case "from" -> {
        allow(spot, "from", "until");
        Condition from = read(spot.member("from"), depth + 1);
        Condition until = read(spot.member("until"), depth + 1);
        yield from == null || until == null ? null : new Condition.Latch(from, until);
      }
      case "between" -> HoursParser.read(spot);
      case "expression" -> expression(spot);
      default -> throw new IllegalStateException(kind);
    };
  }

  private @Nullable List<Condition> parts(Spot spot, int depth) {
    List<Condition> parts = new ArrayList<>();
    List<Spot> items = spot.items();
    for (Spot item : items) {
      Condition part = read(item, depth + 1);
      if (part != null) {
        parts.add(part);
      }
    }
    if (spot.json().isArray() && items.isEmpty()) {
      spot.problem("must hold a condition");
    }
    return parts.isEmpty() || parts.size() < items.size() ? null : parts;
  }

  private @Nullable Condition modified(Spot spot, @Nullable Condition inner) {
    Condition condition = inner;
    if (spot.has("for") && !(inner instanceof Condition.Silent)) {
      Duration time = spot.member("for").duration();
      if (condition != null && lasts(condition)) {
        condition = time == null ? null : new Condition.Held(condition, time);
      } else if (condition != null) {
        spot.member("for").problem("is impossible: the condition holds for a moment only");
      }
    }
    if (spot.has("times") || spot.has("within")) {
      Integer times = spot.member("times").integer(2, MAX_TIMES);
      Duration within = spot.member("within").duration();
      condition =
          condition == null || times == null || within == null
              ? null
              : new Condition.Times(condition, times, within);
    }
    return condition;
  }

  private boolean lasts(Condition condition) {
    boolean judgesEvent =
        condition instanceof Condition.Expression && trigger instanceof Trigger.Event;
    return !condition.isMomentary() && !judgesEvent;
  }

  private @Nullable Condition status(Spot spot) {
    allow(spot, "status");
    String status = spot.member("status").text();
    if (status == null) {
      return null;
    }
    return switch (status) {
      case "online" -> new Condition.Connected(true);
      case "offline" -> new Condition.Connected(false);
      case "silent" -> {
        Duration time = spot.member("for").duration();
        yield time == null ? null : new Condition.Silent(time);
      }
      default -> {
        spot.member("status").problem("must be online, offline or silent");
        yield null;
      }
    };
  }

  private @Nullable Condition expression(Spot spot) {
    allow(spot, "expression");
    String text = spot.member("expression").text();
    if (text == null) {
      return null;
    }
    return switch (expressions.compile(text, trigger)) {
      case Compiled.Ready(Formula formula) -> new Condition.Expression(text, formula);
      case Compiled.Rejected(String reason) -> {
        spot.member("expression").problem(reason);
        yield null;
      }
    };
  }

  static void allow(Spot spot, String... members) {
    Set<String> allowed = new HashSet<>(MODIFIERS);
    allowed.addAll(List.of(members));
    spot.allowOnly(allowed);
  }
}
