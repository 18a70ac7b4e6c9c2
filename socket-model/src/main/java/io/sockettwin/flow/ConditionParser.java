package io.sockettwin.flow;

import io.sockettwin.flow.Condition.Gained;
import io.sockettwin.flow.Expressions.Compiled;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.EventType;
import io.sockettwin.thing.Param;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  private final DataTemplate template;
  private final Trigger trigger;
  private final Expressions expressions;
  private int count;

  ConditionParser(DataTemplate template, Trigger trigger, Expressions expressions) {
    this.template = template;
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
      case "property" -> property(spot);
      case "param" -> param(spot);
      case "status" -> status(spot);
      case "from" -> {
        allow(spot, "from", "until");
        Condition from = read(spot.member("from"), depth + 1);
        Condition until = read(spot.member("until"), depth + 1);
        yield from == null || until == null ? null : new Condition.Latch(from, until);
      }
      case "between" -> hours(spot);
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

  private @Nullable Condition property(Spot spot) {
    String id = spot.member("property").text();
    if (id == null) {
      return null;
    }
    Property property = template.properties().get(id);
    if (property == null) {
      spot.member("property")
          .problem("there is no property " + id + "; there are " + template.properties().keySet());
      return null;
    }
    if (spot.has("changed")) {
      allow(spot, "property", "changed");
      if (!spot.json().path("changed").booleanValue()) {
        spot.member("changed").problem("must be true");
      }
      return new Condition.Changed(id);
    }
    if (spot.has("rate")) {
      return rate(spot, property);
    }
    return spot.has("gained")
        ? gained(spot, property)
        : compare(spot, "property", new Field.Property(id), property.type());
  }

  private @Nullable Condition param(Spot spot) {
    String id = spot.member("param").text();
    if (id == null) {
      return null;
    }
    if (!(trigger instanceof Trigger.Event(String eventId))) {
      spot.member("param").problem("only a flow whose input is an event has parameters");
      return null;
    }
    EventType event = template.events().get(eventId);
    Param param = event == null ? null : event.params().get(id);
    if (event == null) {
      return null; // noted at the input
    }
    if (param == null) {
      spot.member("param")
          .problem(
              "event %s has no parameter %s; it has %s"
                  .formatted(eventId, id, event.params().keySet()));
      return null;
    }
    return compare(spot, "param", new Field.Param(id), param.type());
  }

  private @Nullable Condition compare(Spot spot, String kind, Field field, PropertyType type) {
    allow(spot, kind, "is", "value", "until");
    String sign = spot.member("is").text();
    Relation relation = sign == null ? null : Relation.of(sign).orElse(null);
    if (relation == null) {
      if (sign != null) {
        spot.member("is").problem("must be one of = != > >= < <= contains");
      }
      return null;
    }
    boolean text =
        type instanceof PropertyType.StringType || type instanceof PropertyType.StringEnumType;
    boolean number =
        type instanceof PropertyType.IntType
            || type instanceof PropertyType.FloatType
            || type instanceof PropertyType.TimestampType;
    if (type instanceof PropertyType.StructType || type instanceof PropertyType.ArrayType) {
      spot.member(kind).problem(field.id() + " has parts; compare them in an expression");
      return null;
    }
    if ((relation == Relation.CONTAINS && !text) || (relation.ordersNumbers() && !number)) {
      spot.member("is")
          .problem(
              sign
                  + " needs a "
                  + (text ? "number" : number ? "text" : "number or text")
                  + ", which "
                  + field.id()
                  + " is not");
      return null;
    }
    Value value = Literal.read(spot.member("value"), field.id(), type, relation);
    if (value == null) {
      return null;
    }
    Condition compare = new Condition.Compare(field, relation, value);
    return spot.has("until") ? hysteresis(spot, field, type, relation, compare) : compare;
  }

  private static @Nullable Condition hysteresis(
      Spot spot, Field field, PropertyType type, Relation relation, Condition from) {
    Spot until = spot.member("until");
    if (!relation.ordersNumbers() || field instanceof Field.Param) {
      until.problem("is for a property above or below a limit");
      return null;
    }
    Relation opposite = relation.opposite();
    Value end = Literal.read(until, field.id(), type, opposite);
    Value start = ((Condition.Compare) from).value();
    if (end != null && !opposite.holds(end, start)) {
      until.problem("lies on the wrong side of value");
      return null;
    }
    return end == null
        ? null
        : new Condition.Latch(from, new Condition.Compare(field, opposite, end));
  }

  private @Nullable Condition rate(Spot spot, Property property) {
    allow(spot, "property", "rate", "value", "per");
    String sign = spot.member("rate").text();
    Relation relation = sign == null ? null : Relation.of(sign).orElse(null);
    if (sign != null && (relation == null || !relation.ordersNumbers())) {
      spot.member("rate").problem("must be one of > >= < <=");
      relation = null;
    }
    Double amount = spot.member("value").number();
    Duration per = spot.member("per").duration();
    return !isNumber(spot, property) || relation == null || amount == null || per == null
        ? null
        : new Condition.Rate(property.id(), relation, amount, per);
  }

  private @Nullable Condition gained(Spot spot, Property property) {
    allow(spot, "property", "gained", "value", "price", "zone");
    String span = spot.member("gained").text();
    if (span != null && !span.equals("day") && !span.equals("month")) {
      spot.member("gained").problem("must be day or month");
    }
    Double limit = spot.member("value").number();
    Double price = spot.has("price") ? spot.member("price").number() : Double.valueOf(1);
    if (price != null && price <= 0) {
      spot.member("price").problem("must be above 0");
    }
    if (limit != null && limit < 0) {
      spot.member("value").problem("must not be below 0");
    }
    ZoneId zone = spot.member("zone").zone();
    return !isNumber(spot, property)
            || span == null
            || limit == null
            || price == null
            || zone == null
        ? null
        : new Gained(
            property.id(),
            span.equals("day") ? Gained.Span.DAY : Gained.Span.MONTH,
            zone,
            price,
            limit);
  }

  private static boolean isNumber(Spot spot, Property property) {
    boolean number =
        property.type() instanceof PropertyType.IntType
            || property.type() instanceof PropertyType.FloatType;
    if (!number) {
      spot.member("property").problem(property.id() + " is no number");
    }
    return number;
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

  private @Nullable Condition hours(Spot spot) {
    allow(spot, "between", "days", "zone");
    List<Spot> bounds = spot.member("between").items();
    if (spot.json().path("between").isArray() && bounds.size() != 2) {
      spot.member("between").problem("must be two times of day");
    }
    LocalTime from = bounds.size() == 2 ? time(bounds.getFirst()) : null;
    LocalTime until = bounds.size() == 2 ? time(bounds.getLast()) : null;
    if (from != null && from.equals(until)) {
      spot.member("between").problem("is empty");
    }
    Set<DayOfWeek> days =
        spot.has("days") ? days(spot.member("days")) : EnumSet.allOf(DayOfWeek.class);
    ZoneId zone = spot.member("zone").zone();
    return from == null || until == null || zone == null
        ? null
        : new Condition.Hours(from, until, days, zone);
  }

  private static @Nullable LocalTime time(Spot spot) {
    String text = spot.text();
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeException e) {
      spot.problem("must be a time of day like 22:30");
      return null;
    }
  }

  private static Set<DayOfWeek> days(Spot spot) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    List<Spot> items = spot.items();
    for (Spot item : items) {
      String name = item.text();
      try {
        if (name != null) {
          days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
        }
      } catch (IllegalArgumentException e) {
        item.problem("must be monday to sunday");
      }
    }
    if (spot.json().isArray() && items.isEmpty()) {
      spot.problem("must name a day");
    }
    return days;
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

  private static void allow(Spot spot, String... members) {
    Set<String> allowed = new HashSet<>(MODIFIERS);
    allowed.addAll(List.of(members));
    spot.allowOnly(allowed);
  }
}
