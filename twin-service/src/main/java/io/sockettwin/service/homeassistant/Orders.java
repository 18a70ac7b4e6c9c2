package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sockettwin.thing.Mode;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Home Assistant orders, as the values of a control. Whether they are in range is for the
/// template to say.
final class Orders {
  /// Nothing that is ordered is longer: the longest text of an entity has 255 letters.
  static final int MAX_BYTES = 1024;

  private static final int MAX_DIGITS = 40;

  private Orders() {}

  /// The values that are ordered of this property, if it takes orders and the text makes sense.
  static Optional<ObjectNode> values(@Nullable Property property, String text) {
    if (property == null || property.mode() != Mode.RW) {
      return Optional.empty();
    }
    return value(property.type(), text)
        .map(it -> JsonNodeFactory.instance.objectNode().<ObjectNode>set(property.id(), it));
  }

  private static Optional<JsonNode> value(PropertyType type, String text) {
    return switch (type) {
      case PropertyType.BoolType _ ->
          switch (text) {
            case "0" -> Optional.of(IntNode.valueOf(0));
            case "1" -> Optional.of(IntNode.valueOf(1));
            default -> Optional.empty();
          };
      // Home Assistant sends 60 as 60.0.
      case PropertyType.IntType _ -> number(text).flatMap(Orders::whole);
      case PropertyType.FloatType _ -> number(text).map(DecimalNode::valueOf);
      case PropertyType.EnumType it -> Optional.ofNullable(Options.of(it).get(text));
      case PropertyType.StringEnumType it -> Optional.ofNullable(Options.of(it).get(text));
      case PropertyType.StringType _ -> Optional.of(TextNode.valueOf(text));
      case PropertyType.TimestampType _, PropertyType.StructType _, PropertyType.ArrayType _ ->
          Optional.empty();
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > MAX_DIGITS
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> whole(BigDecimal number) {
    try {
      return Optional.of(LongNode.valueOf(number.longValueExact()));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
