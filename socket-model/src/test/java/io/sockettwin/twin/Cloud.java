package io.sockettwin.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Templates;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control.Stage;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// A twin to talk to in the protocol's own texts, with a clock to turn.
final class Cloud {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration PATIENCE = Duration.ofHours(1);
  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");

  final DataTemplate template;
  final Map<String, Control> controls = new HashMap<>();
  TwinState state = TwinState.UNKNOWN;
  Instant now = START;
  List<TwinEffect> effects = List.of();
  private final Twin twin;

  private Cloud(DataTemplate template) {
    this.template = template;
    this.twin = new Twin(template);
  }

  static Cloud ofSocket() {
    return new Cloud(Templates.socket());
  }

  static Cloud ofEveryType() {
    return new Cloud(Templates.everyType());
  }

  Cloud feed(TwinInput input) {
    TwinStep step = twin.advance(state, input, now);
    state = step.state();
    effects = step.effects();
    effects(TwinEffect.KeepControl.class)
        .forEach(kept -> controls.put(kept.control().id(), kept.control()));
    return this;
  }

  Cloud connects(long session) {
    return feed(new TwinInput.Connected(session));
  }

  Cloud disconnects(long session) {
    return feed(new TwinInput.Disconnected(session, "keep-alive"));
  }

  Cloud passes(Duration time) {
    now = now.plus(time);
    return feed(new TwinInput.WakeUp());
  }

  Cloud wants(String id, String values) {
    return wants(id, values, PATIENCE);
  }

  Cloud wants(String id, String values, Duration patience) {
    return feed(new TwinInput.ControlRequested(id, values(values), now.plus(patience)));
  }

  SequencedMap<String, Value> values(String json) {
    return switch (template.checkControl(Templates.json(json))) {
      case Check.Accepted(var values) -> values;
      case Check.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  Cloud says(Message.Up message) {
    return feed(new TwinInput.Said(message));
  }

  /// What the cloud answers on the property topic, as text.
  List<String> hears(String json) {
    return hears(TopicKind.PROPERTY_UP, json);
  }

  List<String> hears(TopicKind kind, String json) {
    now = now.plusMillis(1);
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    switch (MessageCodec.decodeUp(new Topic(kind, DEVICE), payload)) {
      case Decoded.Understood<Message.Up>(Message.Up message) -> says(message);
      case Decoded.Refused<Message.Up> refused -> throw new AssertionError(refused.toString());
    }
    return sent();
  }

  List<String> reports(String params) {
    return hears("{\"method\":\"report\",\"clientToken\":\"r\",\"params\":" + params + "}");
  }

  List<String> asks(String token) {
    return hears(
        "{\"method\":\"get_status\",\"clientToken\":\"" + token + "\",\"type\":\"control\"}");
  }

  List<String> answers(String token, int code) {
    return hears(
        "{\"method\":\"control_reply\",\"clientToken\":\"" + token + "\",\"code\":" + code + "}");
  }

  List<String> clears(String token) {
    return hears("{\"method\":\"clear_control\",\"clientToken\":\"" + token + "\"}");
  }

  List<String> sent() {
    return effects(TwinEffect.Send.class).stream()
        .map(send -> new String(MessageCodec.encode(send.message()), StandardCharsets.UTF_8))
        .toList();
  }

  <E extends TwinEffect> List<E> effects(Class<E> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Control control(String id) {
    return Objects.requireNonNull(controls.get(id), id);
  }

  Stage stage(String id) {
    return control(id).stage();
  }

  /// What the device would be given if it asked.
  String pending() {
    ObjectNode pending = Templates.json("{}").deepCopy();
    state
        .controls()
        .forEach(control ->
            control
                .values()
                .forEach((id, value) -> {
                  if (control.pending().contains(id)) {
                    pending.set(id, value.toJson());
                  }
                }));
    return pending.toString();
  }

  String reported(String id) {
    TwinState.Reported reported = state.reported().get(id);
    return reported == null ? "unknown" : reported.value().toJson().toString();
  }
}
