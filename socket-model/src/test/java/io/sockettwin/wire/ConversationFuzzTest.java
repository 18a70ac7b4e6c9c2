package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Templates;
import io.sockettwin.twin.Twin;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.twin.TwinStep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Mutations of valid messages over every topic, decoded and taken by a twin that lives through all
/// of them: nothing throws, every answer can be written, and the twin does not grow.
///
/// `-Dfuzz.steps=1000000` for the long run, `-Dfuzz.seed` for another.
class ConversationFuzzTest {
  private static final int STEPS = Integer.getInteger("fuzz.steps", 50_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_125);

  /// What a twin may hold as text: all properties of the template, device information, controls.
  private static final int MAX_STATE_LENGTH = 256 * 1024;

  /// More than what a collection leaves lying about, less than one report per thousand steps.
  private static final long MAX_GROWTH_BYTES = 24L << 20;

  private final Random random = new Random(SEED);
  private final Mutations mutations = new Mutations(random);
  private final Twin twin = new Twin(Templates.everyType());
  private TwinState state = TwinState.UNKNOWN;
  private Instant now = Instant.parse("2026-11-25T00:00:00Z");
  private long session;

  @Test
  void nothingThrowsAndNothingGrows() {
    List<Message.Up> messages = new ArrayList<>(Messages.up().keySet());
    long settled = 0;
    int understood = 0;
    for (int step = 0; step < STEPS; step++) {
      Message.Up valid = messages.get(random.nextInt(messages.size()));
      byte[] bytes = mutations.of(MessageCodec.encode(valid));
      String where =
          "seed %d, step %d: %s"
              .formatted(SEED, step, new String(bytes, StandardCharsets.ISO_8859_1));
      try {
        understood += say(MessageCodec.topicOf(valid, Messages.DEVICE), bytes) ? 1 : 0;
        live();
      } catch (RuntimeException e) {
        throw new AssertionError(where, e);
      }
      assertThat(state.controls()).as(where).hasSizeLessThanOrEqualTo(16);
      assertThat(state.info()).as(where).hasSizeLessThanOrEqualTo(32);
      if (step == STEPS / 4) {
        settled = usedBytes();
      }
    }
    assertThat(state.toString()).hasSizeLessThan(MAX_STATE_LENGTH);
    assertThat(usedBytes() - settled).isLessThan(MAX_GROWTH_BYTES);
    assertThat(understood).isBetween(STEPS / 10, STEPS);
  }

  /// Whether it was understood.
  private boolean say(Topic topic, byte[] bytes) {
    return switch (MessageCodec.decodeUp(topic, bytes)) {
      case Decoded.Understood<Message.Up>(var message) -> {
        feed(new TwinInput.Said(message));
        yield true;
      }
      case Decoded.Refused<Message.Up>(_, _, var reply) -> {
        if (reply != null) {
          MessageCodec.encode(reply);
        }
        yield false;
      }
    };
  }

  /// Meanwhile sessions come and go, and somebody wants something.
  private void live() {
    switch (random.nextInt(50)) {
      case 0 -> feed(new TwinInput.Connected(++session));
      case 1 -> feed(new TwinInput.Disconnected(session, "left"));
      case 2 -> feed(new TwinInput.WakeUp());
      case 3 -> {
        DataTemplate template = Templates.everyType();
        var wanted = template.checkControl(Templates.json("{\"on\":1}"));
        if (wanted instanceof io.sockettwin.thing.Check.Accepted(var values)) {
          feed(
              new TwinInput.ControlRequested(
                  "c-" + now.toEpochMilli(), values, now.plus(Duration.ofMinutes(1))));
        }
      }
      default -> {}
    }
  }

  private void feed(TwinInput input) {
    now = now.plusMillis(random.nextInt(2_000));
    TwinStep step = twin.advance(state, input, now);
    assertThat(step.state().version()).isBetween(state.version(), state.version() + 1);
    state = step.state();
    for (TwinEffect effect : step.effects()) {
      if (effect instanceof TwinEffect.Send(var message)) {
        MessageCodec.encode(message);
      }
    }
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
