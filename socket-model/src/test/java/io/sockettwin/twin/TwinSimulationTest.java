package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Control.Stage;
import io.sockettwin.twin.TwinEffect.KeepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A twin through random life, its promises checked after each step.
class TwinSimulationTest {
  private static final int SEEDS = 200;
  private static final int STEPS = 500;

  @Test
  void keepsItsPromisesWhateverHappens() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Life(seed).live();
    }
  }

  private static final class Life {
    private final int seed;
    private final Random random;
    private final Cloud cloud = Cloud.ofSocket();
    private final Map<String, Stage> stages = new HashMap<>();
    private int lastControl;
    private long session;

    Life(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void live() {
      for (int step = 0; step < STEPS; step++) {
        TwinState before = cloud.state;
        String did = act();
        check(before, "seed %d, step %d: %s".formatted(seed, step, did));
      }
    }

    private String act() {
      int choice = random.nextInt(12);
      switch (choice) {
        case 0 -> cloud.connects(random.nextInt(4) == 0 ? session : ++session);
        case 1 -> cloud.disconnects(session - random.nextInt(2));
        case 2 -> cloud.feed(new TwinInput.SessionsLost(session + random.nextInt(2)));
        case 3, 4 ->
            cloud.wants("c" + ++lastControl, values(), Duration.ofSeconds(random.nextInt(90)));
        case 5 -> cloud.answers(token(), random.nextInt(4) == 0 ? -1 : 0);
        case 6 -> cloud.clears(token());
        case 7 -> asks();
        case 8 -> cloud.passes(Duration.ofSeconds(random.nextInt(40)));
        case 9 -> refused();
        default -> cloud.reports(values());
      }
      return choice + " -> " + cloud.effects;
    }

    private void asks() {
      String reply = cloud.asks(token()).getFirst();
      String expected =
          cloud.pending().equals("{}") ? "{}" : "{\"control\":" + cloud.pending() + "}";
      assertThat(reply).endsWith("\"data\":" + expected + "}");
    }

    private void refused() {
      TwinState settled = cloud.feed(new TwinInput.WakeUp()).state;
      cloud.now = cloud.now.minusMillis(1);
      cloud.reports("{\"power_switch\":7}");
      assertThat(cloud.state.reported()).isEqualTo(settled.reported());
      assertThat(cloud.state.controls()).isEqualTo(settled.controls());
      assertThat(cloud.effects).hasSize(1);
    }

    private String token() {
      return switch (random.nextInt(4)) {
        case 0 -> "";
        case 1 -> "P-" + random.nextInt(3);
        default -> "c" + (lastControl - random.nextInt(4));
      };
    }

    private String values() {
      int on = random.nextInt(2);
      int seconds = random.nextInt(5);
      return switch (random.nextInt(3)) {
        case 0 -> "{\"power_switch\":" + on + "}";
        case 1 -> "{\"count_down\":" + seconds + "}";
        default -> "{\"power_switch\":" + on + ",\"count_down\":" + seconds + "}";
      };
    }

    private void check(TwinState before, String where) {
      TwinState after = cloud.state;
      assertThat(after.version()).as(where).isGreaterThanOrEqualTo(before.version());
      assertThat(after.version() == before.version()).as(where).isEqualTo(after.equals(before));
      assertThat(after.controls()).as(where).hasSizeLessThanOrEqualTo(Controls.MAX_OPEN);
      for (KeepReport report : cloud.effects(KeepReport.class)) {
        report
            .values()
            .forEach((id, value) ->
                assertThat(after.reported().get(id).value()).as(where).isEqualTo(value));
      }
      check(after.presence(), where);
      Map<String, String> owedBy = new HashMap<>();
      for (Control control : after.controls()) {
        assertThat(control.settledAt()).as(where).isNull();
        assertThat(control.stage().isLast()).as(where).isFalse();
        assertThat(control.expiresAt()).as(where).isAfter(cloud.now);
        assertThat(cloud.control(control.id())).as(where).isEqualTo(control);
        control
            .pending()
            .forEach(id -> assertThat(owedBy.put(id, control.id())).as(where).isNull());
      }
      for (Control control : cloud.controls.values()) {
        Stage earlier = stages.put(control.id(), control.stage());
        if (earlier != null && earlier != control.stage()) {
          assertThat(earlier.isLast()).as(where).isFalse();
          assertThat(control.stage()).as(where).isGreaterThan(earlier);
        }
        if (control.settledAt() != null || control.stage() == Stage.DELIVERED) {
          assertThat(control.pending()).as(where).isEmpty();
        }
      }
    }

    private void check(Presence presence, String where) {
      switch (presence.state()) {
        case ONLINE -> assertThat(presence.silentAt()).as(where).isAfter(cloud.now);
        case SILENT, OFFLINE -> assertThat(presence.silentAt()).as(where).isNull();
      }
      assertThat(presence.since()).as(where).isBeforeOrEqualTo(cloud.now);
      if (presence.contested()) {
        Instant calmAt = presence.takenOverAt().plus(Presence.RIVALRY);
        assertThat(calmAt).as(where).isAfter(cloud.now);
      }
    }
  }
}
