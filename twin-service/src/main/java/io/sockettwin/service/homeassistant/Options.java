package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sockettwin.thing.PropertyType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The options of an enum as people choose them, with the value of each. Labels that are not unique
/// give way to the values themselves.
final class Options {
  private Options() {}

  static SequencedMap<String, JsonNode> of(PropertyType.EnumType type) {
    return of(type.labels(), LongNode::valueOf);
  }

  static SequencedMap<String, JsonNode> of(PropertyType.StringEnumType type) {
    return of(type.labels(), TextNode::valueOf);
  }

  /// The option that stands for a value; the value itself where the template has none for it.
  static JsonNode label(SequencedMap<String, JsonNode> options, JsonNode value) {
    return options.entrySet().stream()
        .filter(option -> option.getValue().equals(value))
        .<JsonNode>map(option -> TextNode.valueOf(option.getKey()))
        .findFirst()
        .orElse(value);
  }

  private static <K> SequencedMap<String, JsonNode> of(
      SequencedMap<K, String> labels, Function<K, JsonNode> value) {
    boolean unique = labels.values().stream().distinct().count() == labels.size();
    SequencedMap<String, JsonNode> options = new LinkedHashMap<>();
    for (Map.Entry<K, String> label : labels.entrySet()) {
      String name = unique ? label.getValue() : label.getKey().toString();
      options.put(name, value.apply(label.getKey()));
    }
    return options;
  }
}
