package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// The real cloud's words for a value that does not fit (protocol section 6).
final class Misfit {
  /// Status texts go into device buffers of 64 characters.
  private static final int MAX_SHOWN = 24;

  private Misfit() {}

  static String describe(String id, PropertyType type, JsonNode node) {
    return switch (type) {
      case PropertyType.BoolType _ -> outOfRange(id, shown(node), "0", "1");
      case PropertyType.IntType range ->
          outOfRange(id, shown(node), Long.toString(range.min()), Long.toString(range.max()));
      case PropertyType.FloatType range ->
          outOfRange(id, shown(node), plain(range.min()), plain(range.max()));
      case PropertyType.StringType(int minLength, int maxLength) ->
          node.isTextual()
              ? outOfRange(
                  id,
                  "of length " + node.textValue().length(),
                  Integer.toString(minLength),
                  Integer.toString(maxLength))
              : id + " value " + shown(node) + " is no string";
      case PropertyType.EnumType _, PropertyType.StringEnumType _ ->
          id + " value " + shown(node) + " not in mapping";
      case PropertyType.TimestampType _ -> id + " value " + shown(node) + " is no timestamp";
      case PropertyType.StructType _ -> id + " does not fit its struct";
      case PropertyType.ArrayType _ -> id + " does not fit its array";
    };
  }

  private static String outOfRange(String id, String value, String min, String max) {
    return id + " value " + value + " out of range:[" + min + "," + max + "]";
  }

  private static String shown(JsonNode node) {
    String text = node.isTextual() ? node.textValue() : node.toString();
    String brief = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    return CleanText.of(brief);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
