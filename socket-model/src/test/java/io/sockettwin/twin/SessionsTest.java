package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionsTest {
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void isOnlineWhileItsSessionLasts() {
    assertThat(cloud.connects(1).state.presence())
        .isEqualTo(new Presence(true, 1, cloud.now, "connected"));
    assertThat(cloud.disconnects(1).state.presence())
        .isEqualTo(new Presence(false, 1, cloud.now, "keep-alive"));
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
    assertThat(lost).isEqualTo(new Presence(false, 5, cloud.now, "broker restarted"));
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
