package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.flow.Memory;
import io.sockettwin.flow.Memory.Episode;
import io.sockettwin.flow.Memory.Mark;
import io.sockettwin.flow.Memory.Past;
import io.sockettwin.flow.Memory.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flow's memory as JSON, times as texts.
final class MemoryJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MemoryJson() {}

  static String write(Memory memory) {
    ObjectNode object = JSON.objectNode();
    object.put("raised", memory.raised());
    Episode open = memory.open();
    if (open != null) {
      ObjectNode episode = object.putObject("open");
      episode.put("number", open.number());
      episode.put("raisedAt", open.raisedAt().toString());
      episode.put("lastHitAt", open.lastHitAt().toString());
      episode.put("hits", open.hits());
      if (open.fadingSince() != null) {
        episode.put("fadingSince", open.fadingSince().toString());
      }
    }
    ArrayNode past = object.putArray("past");
    memory
        .past()
        .forEach(it -> past.addArray().add(it.from().toString()).add(it.until().toString()));
    ArrayNode traces = object.putArray("traces");
    memory.traces().forEach(trace -> traces.add(json(trace)));
    object.put("lag", memory.lag().toString());
    return object.toString();
  }

  private static ObjectNode json(Trace trace) {
    ObjectNode object = JSON.objectNode().put("on", trace.on());
    ArrayNode marks = object.putArray("marks");
    trace.marks().forEach(it -> marks.addArray().add(it.at().toString()).add(it.value()));
    return object;
  }

  static Memory read(String text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was written: " + text, e);
    }
    List<Past> past = new ArrayList<>();
    node.path("past").forEach(it -> past.add(new Past(time(it.get(0)), time(it.get(1)))));
    List<Trace> traces = new ArrayList<>();
    node.path("traces").forEach(it -> traces.add(trace(it)));
    return new Memory(
        node.path("raised").asLong(),
        episode(node.path("open")),
        past,
        traces,
        Duration.parse(node.path("lag").asText()));
  }

  private static @Nullable Episode episode(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new Episode(
            node.path("number").asLong(),
            time(node.path("raisedAt")),
            time(node.path("lastHitAt")),
            node.path("hits").asLong(),
            node.has("fadingSince") ? time(node.path("fadingSince")) : null);
  }

  private static Trace trace(JsonNode node) {
    List<Mark> marks = new ArrayList<>();
    node.path("marks").forEach(it -> marks.add(new Mark(time(it.get(0)), it.get(1).asDouble())));
    return new Trace(node.path("on").asBoolean(), marks);
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.asText());
  }
}
