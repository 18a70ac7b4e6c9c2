package io.sockettwin.service.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.trace.Traced.Direction;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells what messages mean.
@Singleton
class Tracer {
  /// Larger payloads are shown without their content.
  static final int MAX_SHOWN_BYTES = 8 * 1024;

  static final int MAX_RAW_BYTES = 64;

  private final ObjectMapper json = new ObjectMapper();
  private final Products products;

  Tracer(Products products) {
    this.products = products;
  }

  /// What a device said, and why it is refused, if it is.
  Traced up(Topic topic, byte[] payload, Instant at) {
    return switch (MessageCodec.decodeUp(topic, payload)) {
      case Decoded.Understood<Message.Up>(var message) -> {
        Optional<DataTemplate> template =
            products.find(topic.device().productId()).map(Product::template);
        Optional<Verdict> verdict = template.flatMap(it -> Verdict.of(message, it, at));
        yield traced(
            Direction.UP,
            topic,
            payload,
            at,
            Meaning.of(message),
            verdict.map(Verdict::code).orElse(null),
            verdict.map(Verdict::rule).orElse(null));
      }
      case Decoded.Refused<Message.Up>(int code, String reason, var reply) ->
          traced(Direction.UP, topic, payload, at, "not understood", code, reason);
    };
  }

  Traced down(Topic topic, byte[] payload, Instant at) {
    return switch (MessageCodec.decodeDown(topic, payload)) {
      case Decoded.Understood<Message.Down>(var message) ->
          traced(Direction.DOWN, topic, payload, at, Meaning.of(message), null, null);
      case Decoded.Refused<Message.Down>(int code, String reason, var reply) ->
          traced(Direction.DOWN, topic, payload, at, reason, null, null);
    };
  }

  /// The first line of somebody who watches, so that she sees that she does.
  static Traced watching(Instant now) {
    return session(now, "watching", "from now on");
  }

  static Traced session(SessionChange.Connected change) {
    return session(change.at(), "connected", "from " + CleanText.of(change.remoteAddress()));
  }

  static Traced session(SessionChange.Disconnected change) {
    return session(change.at(), "disconnected", change.reason().text());
  }

  private static Traced session(Instant at, String method, String meaning) {
    return new Traced(at, Direction.SESSION, "", method, meaning, 0, null, null, null, null);
  }

  private Traced traced(
      Direction direction,
      Topic topic,
      byte[] payload,
      Instant at,
      String meaning,
      @Nullable Integer refusal,
      @Nullable String refused) {
    JsonNode content = content(payload);
    if (content == null) {
      return new Traced(
          at,
          direction,
          topic.name(),
          "raw",
          meaning,
          payload.length,
          null,
          payload.length > MAX_SHOWN_BYTES ? null : raw(payload),
          refusal,
          refused);
    }
    JsonNode answer = content.path("code");
    return new Traced(
        at,
        direction,
        topic.name(),
        method(content),
        meaning,
        payload.length,
        Hidden.in(content),
        null,
        refusal == null && answer.isInt() ? Integer.valueOf(answer.intValue()) : refusal,
        refused);
  }

  private static String method(JsonNode content) {
    String named = content.path("method").asText(content.path("type").asText());
    return CleanText.of(named.substring(0, Math.min(named.length(), 64)));
  }

  /// The payload's JSON object, if it is one and not too large.
  private @Nullable JsonNode content(byte[] payload) {
    if (payload.length > MAX_SHOWN_BYTES) {
      return null;
    }
    try {
      JsonNode node = json.readTree(payload);
      return node != null && node.isObject() ? node : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static String raw(byte[] payload) {
    return HexFormat.of()
        .formatHex(Arrays.copyOf(payload, Math.min(payload.length, MAX_RAW_BYTES)));
  }
}
