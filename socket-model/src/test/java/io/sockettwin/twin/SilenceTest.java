package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Presence.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Connected is not alive (protocol section 19, item 35).
class SilenceTest {
  private static final Duration ALMOST = Twin.SILENCE.minusMillis(2);
  private final Cloud cloud = Cloud.ofSocket();

  private State state() {
    return cloud.state.presence().state();
  }

  @Test
  void isSilentWhenItNeverReportsAfterItConnected() {
    Instant connected = cloud.connects(1).now;
    assertThat(cloud.state.wakeAt()).contains(connected.plus(Twin.SILENCE));
    cloud.passes(ALMOST);
    assertThat(state()).isEqualTo(State.ONLINE);
    cloud.passes(Twin.SILENCE);
    assertThat(cloud.state.presence())
        .returns(State.SILENT, Presence::state)
        .returns(connected, Presence::since)
        .returns("connected but not reporting", Presence::reason);
    assertThat(cloud.state.wakeAt()).isEmpty();
  }

  @Test
  void staysOnlineAsLongAsItReports() {
    cloud.connects(1);
    Instant since = cloud.now;
    for (int i = 0; i < 10; i++) {
      cloud.passes(ALMOST).reports("{\"power_switch\":1}");
    }
    assertThat(cloud.state.presence())
        .returns(State.ONLINE, Presence::state)
        .returns(since, Presence::since);
  }

  @Test
  void aReportThatIsRefusedIsASignOfLifeToo() {
    cloud.connects(1).passes(ALMOST).reports("{\"power_switch\":7}");
    cloud.passes(ALMOST);
    assertThat(state()).isEqualTo(State.ONLINE);
  }

  @Test
  void otherMessagesAreNot() {
    cloud.connects(1).passes(ALMOST).asks("a");
    cloud.passes(ALMOST);
    assertThat(state()).isEqualTo(State.SILENT);
  }

  @Test
  void isOnlineAgainWithTheNextReport() {
    cloud.connects(1).passes(Twin.SILENCE).reports("{\"power_switch\":1}");
    assertThat(cloud.state.presence())
        .returns(State.ONLINE, Presence::state)
        .returns(cloud.now, Presence::since)
        .returns("reports again", Presence::reason);
  }

  @Test
  void silentDeviceThatLeavesIsOffline() {
    cloud.connects(1).passes(Twin.SILENCE).disconnects(1);
    assertThat(state()).isEqualTo(State.OFFLINE);
    assertThat(cloud.state.wakeAt()).isEmpty();
  }

  @Test
  void silentDeviceIsStillToldWhatIsWanted() {
    cloud.connects(1).passes(Twin.SILENCE).wants("c-1", "{\"power_switch\":1}");
    assertThat(cloud.sent()).singleElement().asString().contains("\"method\":\"control\"");
  }

  @Test
  void nobodyIsSilentWhenItIsSwitchedOff() {
    Twin twin = new Twin(cloud.template, Duration.ZERO);
    TwinState state =
        twin.advance(TwinState.UNKNOWN, new TwinInput.Connected(1), cloud.now).state();
    assertThat(state.wakeAt()).isEmpty();
  }
}
