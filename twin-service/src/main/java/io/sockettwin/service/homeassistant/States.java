package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinState;
import java.time.Instant;

/// A twin in Home Assistant's words: numbers and texts as they are, options by their label, moments
/// as ISO 8601.
final class States {
  /// Later seconds are milliseconds: some clients send those.
  private static final long LAST_SECOND = 100_000_000_000L;

  private States() {}

  static ObjectNode of(DataTemplate template, TwinState twin) {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    twin.reported()
        .forEach((id, reported) -> {
          Property property = template.properties().get(id);
          if (property != null) {
            state.set(id, word(property.type(), reported.value()));
          }
        });
    return state;
  }

  static String availability(TwinState twin) {
    return twin.presence().online() ? "online" : "offline";
  }

  private static JsonNode word(PropertyType type, Value value) {
    return switch (type) {
      case PropertyType.EnumType it -> Options.label(Options.of(it), value.toJson());
      case PropertyType.StringEnumType it -> Options.label(Options.of(it), value.toJson());
      case PropertyType.TimestampType _ when value instanceof Value.Int(long number) ->
          TextNode.valueOf(
              (number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number))
                  .toString());
      case PropertyType.TimestampType _,
          PropertyType.BoolType _,
          PropertyType.IntType _,
          PropertyType.FloatType _,
          PropertyType.StringType _,
          PropertyType.StructType _,
          PropertyType.ArrayType _ ->
          value.toJson();
    };
  }
}
