package io.sockettwin.thing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object inside a data template being read, which knows its path and notes what is wrong in it.
record Place(String path, ObjectNode json, List<Problem> problems) {
  /// More help nobody, and a hostile file must not fill memory with them.
  static final int MAX_PROBLEMS = 100;

  /// No quantity of a device needs more digits.
  private static final int MAX_NUMBER_LENGTH = 32;

  private static final int MAX_EXPONENT = 64;

  void problem(String member, String message) {
    problemAt(member.isEmpty() ? path : pathOf(member), message);
  }

  private void problemAt(String place, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(place, message));
    }
  }

  private String pathOf(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  boolean has(String member) {
    return json.hasNonNull(member);
  }

  /// A text, empty when absent.
  String text(String member) {
    JsonNode node = json.get(member);
    if (node == null || node.isNull()) {
      return "";
    }
    if (!node.isTextual()) {
      problem(member, "not a string");
      return "";
    }
    return CleanText.of(node.textValue());
  }

  boolean flag(String member) {
    JsonNode node = json.get(member);
    if (node != null && !node.isNull() && !node.isBoolean()) {
      problem(member, "neither true nor false");
    }
    return node != null && node.booleanValue();
  }

  /// A number, which the vendor writes as a string; null, with a problem noted, when it is not one.
  @Nullable BigDecimal number(String member, @Nullable BigDecimal otherwise) {
    JsonNode node = json.get(member);
    // Exports leave the fields of a form that was not filled in as empty strings.
    if (node == null || node.isNull() || (node.isTextual() && node.textValue().isBlank())) {
      if (otherwise == null) {
        problem(member, "missing");
      }
      return otherwise;
    }
    String text = node.isTextual() || node.isNumber() ? node.asText().strip() : "";
    if (text.length() <= MAX_NUMBER_LENGTH) {
      try {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) <= MAX_EXPONENT) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Noted below, like every other text that is no number.
      }
    }
    problem(member, "not a number within reach");
    return null;
  }

  /// An integer between the two bounds.
  @Nullable Long integer(String member, @Nullable Long otherwise, long least, long most) {
    BigDecimal number = number(member, otherwise == null ? null : BigDecimal.valueOf(otherwise));
    if (number == null) {
      return null;
    }
    try {
      long integer = number.longValueExact();
      if (integer >= least && integer <= most) {
        return integer;
      }
      problem(member, integer + " is not between " + least + " and " + most);
    } catch (ArithmeticException e) {
      problem(member, "not an integer within reach");
    }
    return null;
  }

  /// An object, which some exports wrap into a string; null, with a problem noted, when it is not.
  @Nullable Place object(String member) {
    JsonNode node = json.get(member);
    if (node != null && node.isTextual()) {
      try {
        node = TemplateParser.MAPPER.readTree(node.textValue());
      } catch (JsonProcessingException e) {
        problem(member, "a string that is not JSON");
        return null;
      }
    }
    if (node instanceof ObjectNode object) {
      return new Place(pathOf(member), object, problems);
    }
    problem(member, node == null || node.isNull() ? "missing" : "not an object");
    return null;
  }

  /// The objects of a list; none when absent.
  List<Place> items(String member) {
    JsonNode node = json.get(member);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      problem(member, "not a list");
      return List.of();
    }
    List<Place> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      String place = pathOf(member) + "[" + i + "]";
      if (node.get(i) instanceof ObjectNode object) {
        items.add(new Place(place, object, problems));
      } else {
        problemAt(place, "not an object");
      }
    }
    return items;
  }
}
