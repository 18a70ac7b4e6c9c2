package io.sockettwin.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import org.jspecify.annotations.Nullable;

/// The other side of a comparison: fits the type, and leaves both outcomes possible.
final class Literal {
  private Literal() {}

  /// The literal, or null with the problem noted at its spot.
  static @Nullable Value read(Spot spot, String id, PropertyType type, Relation relation) {
    if (spot.json().isMissingNode()) {
      spot.problem("is missing");
      return null;
    }
    return switch (type) {
      case PropertyType.BoolType _ -> bool(spot, id);
      case PropertyType.IntType range -> {
        String unit = range.unit();
        yield integer(spot, id)
                && within(spot, id, relation, (double) range.min(), (double) range.max(), unit)
            ? new Value.Int(spot.json().longValue())
            : null;
      }
      case PropertyType.FloatType range -> {
        Double number = spot.number();
        yield number != null
                && within(
                    spot,
                    id,
                    relation,
                    range.min().doubleValue(),
                    range.max().doubleValue(),
                    range.unit())
            ? new Value.Decimal(number)
            : null;
      }
      case PropertyType.StringType(int _, int maxLength) -> {
        String text = spot.text();
        if (text != null && text.length() > maxLength) {
          spot.problem(id + " has " + maxLength + " characters at most");
        }
        yield text == null ? null : new Value.Text(text);
      }
      case PropertyType.EnumType(var labels) -> {
        if (integer(spot, id) && !labels.containsKey(spot.json().longValue())) {
          spot.problem(id + " is one of " + labels.keySet());
        }
        yield new Value.Int(spot.json().longValue());
      }
      case PropertyType.StringEnumType(var labels) -> {
        String text = spot.text();
        if (text != null && !labels.containsKey(text) && relation != Relation.CONTAINS) {
          spot.problem(id + " is one of " + labels.keySet());
        }
        yield text == null ? null : new Value.Text(text);
      }
      case PropertyType.TimestampType() ->
          integer(spot, id) ? new Value.Int(spot.json().longValue()) : null;
      case PropertyType.StructType _, PropertyType.ArrayType _ ->
          throw new IllegalArgumentException("not comparable: " + id);
    };
  }

  private static @Nullable Value bool(Spot spot, String id) {
    JsonNode json = spot.json();
    if (json.isBoolean()) {
      return new Value.Bool(json.booleanValue());
    }
    if (json.isIntegralNumber() && (json.longValue() == 0 || json.longValue() == 1)) {
      return new Value.Bool(json.longValue() == 1);
    }
    spot.problem(id + " is 0 or 1");
    return null;
  }

  private static boolean integer(Spot spot, String id) {
    boolean fits = spot.json().isIntegralNumber() && spot.json().canConvertToLong();
    if (!fits) {
      spot.problem(id + " is an integer");
    }
    return fits;
  }

  private static boolean within(
      Spot spot, String id, Relation relation, double min, double max, String unit) {
    double limit = spot.json().doubleValue();
    boolean open =
        switch (relation) {
          case EQUAL, UNEQUAL -> limit >= min && limit <= max;
          case GREATER, AT_MOST -> limit >= min && limit < max;
          case AT_LEAST, LESS -> limit > min && limit <= max;
          case CONTAINS -> true;
        };
    if (!open) {
      String range = plain(min) + " to " + plain(max) + (unit.isEmpty() ? "" : " " + unit);
      spot.problem(id + " ranges from " + range + ", so the comparison always has the same result");
    }
    return open;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
