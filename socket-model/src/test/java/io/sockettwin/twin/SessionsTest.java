package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Presence.State;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void isOnlineWhileItsSessionLasts() {
    Presence begun = cloud.connects(1).state.presence();
    assertThat(begun)
        .returns(State.ONLINE, Presence::state)
        .returns(1L, Presence::session)
        .returns(cloud.now, Presence::since)
        .returns("connected", Presence::reason);
    assertThat(cloud.disconnects(1).state.presence())
        .isEqualTo(new Presence(State.OFFLINE, 1, cloud.now, "keep-alive", null, 0, null));
  }

  @Test
  void lateNoticesOfOlderSessionsMeanNothing() {
    TwinState before = cloud.connects(1).connects(2).state;
    assertThat(before.presence().reason()).startsWith("took over");
    assertThat(cloud.disconnects(1).connects(1).connects(2).state).isSameAs(before);
    TwinState gone = cloud.disconnects(2).state;
    assertThat(cloud.disconnects(2).connects(2).state).isSameAs(gone);
  }

  @Test
  void aBrokersRestartEndsEarlierSessionsOnly() {
    cloud.connects(5);
    assertThat(cloud.feed(new TwinInput.SessionsLost(5)).state.presence().online()).isTrue();
    Presence lost = cloud.feed(new TwinInput.SessionsLost(6)).state.presence();
    assertThat(lost)
        .isEqualTo(new Presence(State.OFFLINE, 5, cloud.now, "broker restarted", null, 0, null));
    long version = cloud.state.version();
    assertThat(cloud.feed(new TwinInput.SessionsLost(9)).state.version()).isEqualTo(version);
  }

  @Test
  void whatADeviceSaysCountsWithoutASessionToo() {
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.reported("power_switch")).isEqualTo("1");
    assertThat(cloud.state.presence()).isEqualTo(Presence.NEVER);
  }
}
