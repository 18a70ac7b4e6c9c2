package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Templates;
import io.sockettwin.thing.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Mutations of everything valid never throw out of the codec or the checks.
class HostileInputTest {
  private static final long SEED = 20_261_123;
  private static final int STEPS = 40_000;
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final List<TopicKind> KINDS = List.of(TopicKind.values());

  private final Random random = new Random(SEED);
  private final Mutations mutations = new Mutations(random);

  @Test
  void mutatedMessagesNeverThrow() {
    List<Message> messages = new ArrayList<>(Messages.up().keySet());
    messages.addAll(Messages.down().keySet());
    DataTemplate template = Templates.everyType();
    for (int step = 0; step < STEPS; step++) {
      Message message = messages.get(random.nextInt(messages.size()));
      Topic topic = MessageCodec.topicOf(message, Messages.DEVICE);
      byte[] bytes = mutations.of(MessageCodec.encode(message));
      try {
        Decoded<? extends Message> decoded =
            topic.kind().mayPublish()
                ? MessageCodec.decodeUp(topic, bytes)
                : MessageCodec.decodeDown(topic, bytes);
        switch (decoded) {
          case Decoded.Understood(Message understood) -> {
            MessageCodec.encode(understood);
            check(template, understood);
          }
          case Decoded.Refused(_, _, Message.Down reply) -> {
            if (reply != null) {
              MessageCodec.encode(reply);
            }
          }
        }
      } catch (RuntimeException e) {
        fail(
            "seed " + SEED + " step " + step + ": " + new String(bytes, StandardCharsets.UTF_8), e);
      }
    }
  }

  private static void check(DataTemplate template, Message message) {
    switch (message) {
      case Message.Report report -> template.checkReport(report.params());
      case Message.Control control -> template.checkControl(control.params());
      case Message.EventPost post ->
          post.events().forEach(e -> template.checkEvent("tripped", e.at(), e.params(), NOW));
      case Message.Action action -> template.checkActionInput("blink", action.params());
      default -> {}
    }
  }

  @Test
  void mutatedReportsAreAcceptedOnlyWithValuesThatFitAgain() {
    DataTemplate template = Templates.everyType();
    byte[] valid =
        ("{\"method\":\"report\",\"params\":{\"on\":1,\"level\":5,\"ratio\":0.5,\"label\":\"ab\","
                + "\"colour\":7,\"phase\":\"a\",\"seen\":1,\"place\":{\"x\":1,\"note\":\"n\"},"
                + "\"history\":[1,2],\"places\":[{\"x\":1}]}}")
            .getBytes(StandardCharsets.UTF_8);
    Topic topic = new Topic(TopicKind.PROPERTY_UP, Messages.DEVICE);
    int accepted = 0;
    for (int step = 0; step < STEPS; step++) {
      if (MessageCodec.decodeUp(topic, mutations.of(valid))
              instanceof Decoded.Understood<Message.Up>(Message.Report report)
          && template.checkReport(report.params()) instanceof Check.Accepted(var values)) {
        ObjectNode json = Value.toJson(values);
        // Text that lost its U+0000 or a mended struct may be shorter than a template allows.
        if (template.checkReport(json) instanceof Check.Accepted(var again)) {
          assertThat(Value.toJson(again)).as("seed %d step %d", SEED, step).isEqualTo(json);
        }
        accepted++;
      }
    }
    assertThat(accepted).isBetween(STEPS / 100, STEPS);
  }

  @Test
  void mutatedTopicsAndLoginsNeverThrowNorReachAnotherDevice() {
    for (int step = 0; step < STEPS; step++) {
      TopicKind kind = KINDS.get(random.nextInt(KINDS.size()));
      String valid = new Topic(kind, Messages.DEVICE, kind.isCall() ? "c1" : "").name();
      String name =
          new String(mutations.of(valid.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
      Topic.parse(name).ifPresent(topic -> assertThat(topic.name()).isEqualTo(name));
      if (Topic.mayPublish(Messages.DEVICE, name) || Topic.maySubscribe(Messages.DEVICE, name)) {
        assertThat(name).contains("HRDG3CKWWZ/socket001");
      }
      DeviceKey.parse(name);
      UserName.parse(name + ";1;2;" + step);
      new Credentials(name, name, name).verify(DeviceSecret.of(new byte[16]), NOW);
    }
  }

  @Test
  void mutatedTemplatesNeverThrow() {
    byte[] valid = Templates.EVERY_TYPE.getBytes(StandardCharsets.UTF_8);
    for (int step = 0; step < STEPS / 10; step++) {
      byte[] bytes = mutations.of(valid);
      try {
        DataTemplate.parse(bytes);
      } catch (RuntimeException e) {
        fail(
            "seed " + SEED + " step " + step + ": " + new String(bytes, StandardCharsets.UTF_8), e);
      }
    }
  }
}
