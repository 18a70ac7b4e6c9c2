package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Presence.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Two holders of the same credentials oust each other again and again (protocol section 2.7).
class RivalsTest {
  private static final Duration BACKOFF = Duration.ofSeconds(1);
  private final Cloud cloud = Cloud.ofSocket();

  private Presence takeovers(int count) {
    cloud.connects(1);
    for (int i = 0; i < count; i++) {
      cloud.passes(BACKOFF).connects(i + 2);
    }
    return cloud.state.presence();
  }

  @Test
  void oneTakeoverIsADeviceThatLostItsNetwork() {
    assertThat(takeovers(1).contested()).isFalse();
    assertThat(cloud.state.presence().reason()).startsWith("took over");
  }

  @Test
  void takeoversInARowAreASecondHolder() {
    assertThat(takeovers(Presence.RIVAL_TAKEOVERS))
        .returns(true, Presence::contested)
        .returns(State.ONLINE, Presence::state)
        .returns(Presence.CONTESTED, Presence::reason);
  }

  /// As the embedded broker tells it: first the end of the old connection.
  @Test
  void endOfTheOldConnectionAndBeginOfTheNewAreOneTakeover() {
    cloud.connects(1);
    for (int i = 1; i <= Presence.RIVAL_TAKEOVERS; i++) {
      assertThat(cloud.state.presence().takeovers()).isEqualTo(i - 1);
      cloud.passes(BACKOFF).feed(new TwinInput.Disconnected(i, Presence.TAKEN_OVER));
      assertThat(cloud.state.presence().online()).as("not away in between").isTrue();
      cloud.connects(i + 1);
    }
    assertThat(cloud.state.presence())
        .returns(true, Presence::contested)
        .returns(Presence.CONTESTED, Presence::reason);
  }

  @Test
  void takeoversFarApartAreNot() {
    cloud.connects(1);
    for (int i = 2; i < 20; i++) {
      cloud.passes(Presence.RIVALRY.plusMillis(1)).connects(i);
      assertThat(cloud.state.presence().contested()).isFalse();
    }
  }

  @Test
  void itIsOverWhenNobodyTakesOverAnyMore() {
    takeovers(Presence.RIVAL_TAKEOVERS);
    cloud.reports("{\"power_switch\":1}");
    for (int i = 0; i < 12; i++) {
      cloud.passes(Duration.ofSeconds(5)).reports("{\"power_switch\":1}");
    }
    assertThat(cloud.state.presence())
        .returns(false, Presence::contested)
        .returns(State.ONLINE, Presence::state)
        .returns("connected", Presence::reason);
  }

  @Test
  void twinAsksToBeWokenForThatMoment() {
    takeovers(Presence.RIVAL_TAKEOVERS);
    var calmAt = cloud.now.plus(Presence.RIVALRY);
    cloud.disconnects(Presence.RIVAL_TAKEOVERS + 1);
    assertThat(cloud.state.presence().contested()).isTrue();
    assertThat(cloud.state.wakeAt()).contains(calmAt);
    cloud.passes(Presence.RIVALRY);
    assertThat(cloud.state.wakeAt()).isEmpty();
  }
}
