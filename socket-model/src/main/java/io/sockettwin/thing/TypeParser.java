package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Reads the definition of a type (protocol section 12). Null means that a problem was noted.
final class TypeParser {
  /// No string can be longer than a packet (protocol section 2.8).
  private static final long MAX_STRING_LENGTH = 64 * 1024;

  private TypeParser() {}

  static @Nullable PropertyType parse(@Nullable Place define) {
    if (define == null) {
      return null;
    }
    return switch (define.text("type")) {
      case "bool" -> bool(define);
      case "int" -> integer(define);
      case "float" -> decimal(define);
      case "string" -> string(define);
      case "enum" -> enumeration(define);
      case "stringenum" -> {
        SequencedMap<String, String> labels = labels(define);
        yield labels == null ? null : new PropertyType.StringEnumType(labels);
      }
      case "timestamp" -> new PropertyType.TimestampType();
      case "struct" -> struct(define);
      case "array" -> array(define);
      case String type -> {
        define.problem("type", type.isEmpty() ? "missing" : "unknown type");
        yield null;
      }
    };
  }

  private static @Nullable PropertyType bool(Place define) {
    SequencedMap<String, String> labels = labels(define);
    if (labels == null) {
      return null;
    }
    String zero = labels.get("0");
    String one = labels.get("1");
    if (zero == null || one == null || labels.size() != 2) {
      define.problem("mapping", "must label exactly 0 and 1");
      return null;
    }
    return new PropertyType.BoolType(zero, one);
  }

  private static @Nullable PropertyType integer(Place define) {
    Long min = define.integer("min", null, Long.MIN_VALUE, Long.MAX_VALUE);
    Long max = define.integer("max", null, Long.MIN_VALUE, Long.MAX_VALUE);
    Long start = define.integer("start", min == null ? 0L : min, Long.MIN_VALUE, Long.MAX_VALUE);
    Long step = define.integer("step", 1L, 1, Long.MAX_VALUE);
    String unit = define.text("unit");
    String unitDesc = define.text("unitDesc");
    if (min != null && max != null && min > max) {
      define.problem("max", max + " is below min " + min);
      return null;
    }
    return min == null || max == null || start == null || step == null
        ? null
        : new PropertyType.IntType(min, max, start, step, unit, unitDesc);
  }

  private static @Nullable PropertyType decimal(Place define) {
    BigDecimal min = define.number("min", null);
    BigDecimal max = define.number("max", null);
    BigDecimal start = define.number("start", min == null ? BigDecimal.ZERO : min);
    BigDecimal step = define.number("step", BigDecimal.ONE);
    String unit = define.text("unit");
    String unitDesc = define.text("unitDesc");
    boolean bad = false;
    if (step != null && step.signum() <= 0) {
      define.problem("step", "not above 0");
      bad = true;
    }
    if (min != null && max != null && min.compareTo(max) > 0) {
      define.problem("max", max.toPlainString() + " is below min " + min.toPlainString());
      bad = true;
    }
    return bad || min == null || max == null || start == null || step == null
        ? null
        : new PropertyType.FloatType(min, max, start, step, unit, unitDesc);
  }

  private static @Nullable PropertyType string(Place define) {
    Long min = define.integer("min", 0L, 0, MAX_STRING_LENGTH);
    Long max = define.integer("max", null, 0, MAX_STRING_LENGTH);
    if (min == null || max == null) {
      return null;
    }
    if (min > max) {
      define.problem("max", max + " is below min " + min);
      return null;
    }
    return new PropertyType.StringType(Math.toIntExact(min), Math.toIntExact(max));
  }

  private static @Nullable PropertyType enumeration(Place define) {
    SequencedMap<String, String> labels = labels(define);
    if (labels == null) {
      return null;
    }
    SequencedMap<Long, String> byNumber = new LinkedHashMap<>();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      Long number = canonicalInteger(label.getKey());
      if (number == null) {
        define.problem("mapping." + brief(label.getKey()), "not an integer");
      } else {
        byNumber.put(number, label.getValue());
      }
    }
    return new PropertyType.EnumType(byNumber);
  }

  private static @Nullable Long canonicalInteger(String text) {
    try {
      long number = Long.parseLong(text);
      return Long.toString(number).equals(text) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable PropertyType struct(Place define) {
    if (!define.json().path("specs").isArray() || define.json().path("specs").isEmpty()) {
      define.problem("specs", "missing, or not a list of members");
      return null;
    }
    SequencedMap<String, Param> members = TemplateParser.params(define, "specs", "dataType");
    for (Place item : define.items("specs")) {
      Param member = members.get(item.json().path("id").asText());
      if (member != null && !isScalar(member.type())) {
        item.problem("dataType.type", "a struct holds neither structs nor arrays");
      }
    }
    return new PropertyType.StructType(members);
  }

  private static boolean isScalar(PropertyType type) {
    return !(type instanceof PropertyType.StructType) && !(type instanceof PropertyType.ArrayType);
  }

  private static @Nullable PropertyType array(Place define) {
    Place item = define.object("arrayInfo");
    if (item == null) {
      return null;
    }
    return switch (item.text("type")) {
      case "int", "float", "string", "struct" -> {
        PropertyType type = parse(item);
        yield type == null ? null : new PropertyType.ArrayType(type);
      }
      case String type -> {
        item.problem("type", type.isEmpty() ? "missing" : "not int, float, string or struct");
        yield null;
      }
    };
  }

  private static @Nullable SequencedMap<String, String> labels(Place define) {
    Place mapping = define.object("mapping");
    if (mapping == null) {
      return null;
    }
    if (mapping.json().isEmpty()) {
      define.problem("mapping", "empty");
      return null;
    }
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> label : mapping.json().properties()) {
      if (!label.getValue().isTextual()) {
        mapping.problem(brief(label.getKey()), "not a string");
      }
      labels.put(CleanText.of(label.getKey()), CleanText.of(label.getValue().asText()));
    }
    return labels;
  }

  private static String brief(String key) {
    return key.length() <= 32 ? key : key.substring(0, 32) + "...";
  }
}
