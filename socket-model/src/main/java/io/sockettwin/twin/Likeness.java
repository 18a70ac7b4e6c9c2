package io.sockettwin.twin;

import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether values say the same. Devices hold single precision and print six decimals (protocol
/// section 19, item 10).
final class Likeness {
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE = 1e-6;

  private Likeness() {}

  static boolean alike(Value one, Value other) {
    return switch (one) {
      case Value.Decimal(double a) ->
          other instanceof Value.Decimal(double b)
              && Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.abs(a);
      case Value.Struct(var members) ->
          other instanceof Value.Struct(var others)
              && members.size() == others.size()
              && members.entrySet().stream()
                  .allMatch(member -> alikeIn(others, member.getKey(), member.getValue()));
      case Value.Array(var items) -> {
        if (!(other instanceof Value.Array(var others)) || items.size() != others.size()) {
          yield false;
        }
        boolean same = true;
        for (int i = 0; i < items.size(); i++) {
          same &= alike(items.get(i), others.get(i));
        }
        yield same;
      }
      case Value.Bool _, Value.Int _, Value.Text _ -> one.equals(other);
    };
  }

  private static boolean alikeIn(Map<String, Value> others, String id, Value value) {
    Value other = others.get(id);
    return other != null && alike(value, other);
  }

  /// Whether the property is a quantity: devices round quantities, and count-downs run on, so the
  /// next value need not be the one that was set.
  static boolean isQuantity(@Nullable Property property) {
    return property != null
        && switch (property.type()) {
          case PropertyType.IntType _, PropertyType.FloatType _, PropertyType.TimestampType _ ->
              true;
          case PropertyType.BoolType _,
              PropertyType.EnumType _,
              PropertyType.StringType _,
              PropertyType.StringEnumType _,
              PropertyType.StructType _,
              PropertyType.ArrayType _ ->
              false;
        };
  }
}
