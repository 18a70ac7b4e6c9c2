package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A value that fits its type. Its JSON form is the one every stock client reads: bool as 0 or 1,
/// int without a decimal point, float as the shortest text that reads back the same.
public sealed interface Value {

  record Bool(boolean on) implements Value {}

  /// Of an int, an enum or a timestamp.
  record Int(long number) implements Value {}

  /// Of a float; always finite.
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("not finite: " + number);
      }
    }
  }

  /// Of a string or a stringenum; holds neither U+0000 nor half a surrogate pair, which databases
  /// refuse.
  record Text(String text) implements Value {
    public Text {
      text = CleanText.of(text);
    }
  }

  record Struct(SequencedMap<String, Value> members) implements Value {
    public Struct {
      members = Ordered.copyOf(members);
    }
  }

  record Array(List<Value> items) implements Value {
    public Array {
      items = List.copyOf(items);
    }
  }

  default JsonNode toJson() {
    return switch (this) {
      case Bool(boolean on) -> IntNode.valueOf(on ? 1 : 0);
      case Int(long number) -> LongNode.valueOf(number);
      case Decimal(double number) -> DoubleNode.valueOf(number);
      case Text(String text) -> TextNode.valueOf(text);
      case Struct(var members) -> toJson(members);
      case Array(var items) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> array.add(item.toJson()));
        yield array;
      }
    };
  }

  /// The JSON object of named values, in the map's order.
  static ObjectNode toJson(Map<String, Value> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    values.forEach((id, value) -> object.set(id, value.toJson()));
    return object;
  }
}
