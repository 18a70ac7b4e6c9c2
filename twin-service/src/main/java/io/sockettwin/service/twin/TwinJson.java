package io.sockettwin.service.twin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinState.Reported;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The parts of a twin as JSON, as the database keeps them. Values that a newer data template no
/// longer allows are left out on reading.
final class TwinJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Of the eight properties of a socket.
  private static final int TYPICAL_LENGTH = 384;

  private TwinJson() {}

  /// Written with each report, so without a tree between.
  static String reported(SequencedMap<String, Reported> reported) {
    StringWriter text = new StringWriter(TYPICAL_LENGTH);
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      for (var entry : reported.entrySet()) {
        json.writeObjectFieldStart(entry.getKey());
        json.writeNumberField("t", entry.getValue().at().toEpochMilli());
        json.writeFieldName("v");
        write(json, entry.getValue().value());
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a text takes everything", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Value value) throws IOException {
    switch (value) {
      case Value.Bool(boolean on) -> json.writeNumber(on ? 1 : 0);
      case Value.Int(long number) -> json.writeNumber(number);
      case Value.Decimal(double number) -> json.writeNumber(number);
      case Value.Text(String text) -> json.writeString(text);
      case Value.Struct _, Value.Array _ -> json.writeTree(value.toJson());
    }
  }

  static SequencedMap<String, Reported> reported(String text, DataTemplate template) {
    var reported = new LinkedHashMap<String, Reported>();
    for (var entry : read(text).properties()) {
      ObjectNode one = JSON.objectNode().set(entry.getKey(), entry.getValue().path("v"));
      if (template.checkReport(one) instanceof Check.Accepted(var values)) {
        Instant at = Instant.ofEpochMilli(entry.getValue().path("t").asLong());
        reported.put(entry.getKey(), new Reported(values.firstEntry().getValue(), at));
      }
    }
    return reported;
  }

  static String info(SequencedMap<String, String> info) {
    ObjectNode object = JSON.objectNode();
    info.forEach(object::put);
    return object.toString();
  }

  static SequencedMap<String, String> info(String text) {
    var info = new LinkedHashMap<String, String>();
    read(text).properties().forEach(it -> info.put(it.getKey(), it.getValue().asText()));
    return info;
  }

  static String controls(List<Control> controls) {
    ArrayNode array = JSON.arrayNode();
    controls.forEach(control -> array.add(json(control)));
    return array.toString();
  }

  static List<Control> controls(String text, DataTemplate template) {
    return StreamSupport.stream(read(text).spliterator(), false)
        .map(node -> control(node, template))
        .toList();
  }

  static ObjectNode json(Control control) {
    ObjectNode object = JSON.objectNode();
    object.put("id", control.id());
    object.set("values", Value.toJson(control.values()));
    ArrayNode pending = object.putArray("pending");
    control.pending().forEach(pending::add);
    object.put("stage", control.stage().name());
    object.put("acceptedAt", control.acceptedAt().toEpochMilli());
    object.put("expiresAt", control.expiresAt().toEpochMilli());
    object.put("sentAt", millis(control.sentAt()));
    object.put("deliveredAt", millis(control.deliveredAt()));
    object.put("settledAt", millis(control.settledAt()));
    object.put("askedBy", control.askedBy());
    object.put("code", control.code());
    object.put("status", control.status());
    return object;
  }

  static Control control(String text, DataTemplate template) {
    return control(read(text), template);
  }

  private static Control control(JsonNode node, DataTemplate template) {
    SequencedMap<String, Value> values =
        switch (template.checkControl(node.path("values"))) {
          case Check.Accepted(var accepted) -> accepted;
          case Check.Refused refused -> new LinkedHashMap<>();
        };
    Set<String> pending = new LinkedHashSet<>();
    node.path("pending").forEach(id -> pending.add(id.asText()));
    pending.retainAll(new HashSet<>(values.keySet()));
    return new Control(
        node.path("id").asText(),
        values,
        pending,
        Control.Stage.valueOf(node.path("stage").asText()),
        Instant.ofEpochMilli(node.path("acceptedAt").asLong()),
        Instant.ofEpochMilli(node.path("expiresAt").asLong()),
        instant(node.path("sentAt")),
        instant(node.path("deliveredAt")),
        instant(node.path("settledAt")),
        node.path("askedBy").textValue(),
        node.path("code").asInt(),
        node.path("status").asText());
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  private static @Nullable Instant instant(JsonNode millis) {
    return millis.isNumber() ? Instant.ofEpochMilli(millis.asLong()) : null;
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was written: " + text, e);
    }
  }
}
