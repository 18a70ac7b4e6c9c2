package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Raw JSON to typed values (protocol section 12).
///
/// An int may be spelled `5.0`, since JSON knows one kind of number; `5.5`, `"5"` and `true` are no
/// ints.
enum ValueReader {
  /// Every part must fit.
  STRICT,
  /// A bad member of a struct becomes its default, as the real cloud does in reports (section 5.1).
  MENDING_STRUCTS;

  /// Integers up to here are exact in a double.
  private static final double EXACT = 1L << 53;

  /// The value, or null when it does not fit.
  @Nullable Value read(PropertyType type, JsonNode node) {
    return switch (type) {
      case PropertyType.BoolType _ ->
          isInteger(node) && (node.longValue() == 0 || node.longValue() == 1)
              ? new Value.Bool(node.longValue() == 1)
              : null;
      case PropertyType.IntType range ->
          isInteger(node) && node.longValue() >= range.min() && node.longValue() <= range.max()
              ? new Value.Int(node.longValue())
              : null;
      case PropertyType.FloatType range -> decimal(range, node);
      case PropertyType.StringType length -> text(length, node);
      case PropertyType.EnumType(var labels) ->
          isInteger(node) && labels.containsKey(node.longValue())
              ? new Value.Int(node.longValue())
              : null;
      case PropertyType.StringEnumType(var labels) ->
          node.isTextual() && labels.containsKey(node.textValue())
              ? new Value.Text(node.textValue())
              : null;
      case PropertyType.TimestampType() ->
          isInteger(node) && node.longValue() >= 0 ? new Value.Int(node.longValue()) : null;
      case PropertyType.StructType(var members) -> struct(members, node);
      case PropertyType.ArrayType(PropertyType item) -> array(item, node);
    };
  }

  private static boolean isInteger(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToLong();
    }
    return node.isFloatingPointNumber()
        && Math.abs(node.doubleValue()) <= EXACT
        && node.doubleValue() == Math.rint(node.doubleValue());
  }

  private static @Nullable Value decimal(PropertyType.FloatType range, JsonNode node) {
    if (!node.isNumber()) {
      return null;
    }
    double number = node.doubleValue();
    return number >= range.min().doubleValue() && number <= range.max().doubleValue()
        // Adding zero turns -0.0 into 0.0.
        ? new Value.Decimal(number + 0.0)
        : null;
  }

  private static @Nullable Value text(PropertyType.StringType type, JsonNode node) {
    if (!node.isTextual()) {
      return null;
    }
    int length = node.textValue().length();
    return length >= type.minLength() && length <= type.maxLength()
        ? new Value.Text(node.textValue())
        : null;
  }

  private @Nullable Value struct(Map<String, Param> members, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return null;
    }
    Map<String, Value> values = LinkedHashMap.newLinkedHashMap(members.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Param member = members.get(entry.getKey());
      Value value = member == null ? null : read(member.type(), entry.getValue());
      if (value == null && this == STRICT) {
        return null;
      }
      if (member != null) {
        values.put(entry.getKey(), value == null ? zero(member.type()) : value);
      }
    }
    return new Value.Struct(Ordered.copyOf(values));
  }

  private @Nullable Value array(PropertyType item, JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<Value> values = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      Value value = read(item, element);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new Value.Array(values);
  }

  private static Value zero(PropertyType type) {
    return switch (type) {
      case PropertyType.BoolType _ -> new Value.Bool(false);
      case PropertyType.IntType _, PropertyType.EnumType _, PropertyType.TimestampType _ ->
          new Value.Int(0);
      case PropertyType.FloatType _ -> new Value.Decimal(0);
      case PropertyType.StringType _, PropertyType.StringEnumType _ -> new Value.Text("");
      case PropertyType.StructType _, PropertyType.ArrayType _ ->
          throw new IllegalArgumentException("a struct holds scalars only: " + type);
    };
  }
}
