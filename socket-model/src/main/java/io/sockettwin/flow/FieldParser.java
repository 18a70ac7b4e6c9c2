package io.sockettwin.flow;

import static io.sockettwin.flow.ConditionParser.allow;

import io.sockettwin.flow.Condition.Gained;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.EventType;
import io.sockettwin.thing.Param;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads conditions on a property or a parameter.
record FieldParser(DataTemplate template, Trigger trigger) {

  @Nullable Condition property(Spot spot) {
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

  @Nullable Condition param(Spot spot) {
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
}
