package io.sockettwin.flow;

import static io.sockettwin.flow.Watched.START;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Flows on events: the seed's overload rule, and what the network may do to it.
class EventFlowTest {
  private static final String OVERLOAD =
      """
      {"input": {"event": "status_report"},
       "filter": {"param": "message", "is": "=", "value": "overcurrent"}}
      """;

  private static final String UNTIL_SWITCHED_ON =
      """
      {"input": {"event": "status_report"},
       "filter": {"param": "message", "is": "=", "value": "overcurrent"},
       "clear": {"when": {"property": "power_switch", "is": "=", "value": 1}}}
      """;

  @Test
  void raisesOnceForTheRepeatsOfTheFirmware() {
    Watched socket = Watched.by(OVERLOAD);
    socket.trips().passes(1).trips().passes(1).trips();
    assertThat(socket.log)
        .containsExactly(
            "raised 1 at 0 s: message \"overcurrent\" = \"overcurrent\"",
            "repeated 1 at 1 s, 2 hits",
            "repeated 1 at 2 s, 3 hits");
  }

  @Test
  void clearsAfterQuietTimeWithoutAnyMessage() {
    Watched socket = Watched.by(OVERLOAD).trips();
    socket.passes(59);
    assertThat(socket.log).hasSize(1);
    socket.passes(3);
    assertThat(socket.log).last().isEqualTo("cleared 1 at 60 s: no further event");
    socket.trips();
    assertThat(socket.log).last().asString().startsWith("raised 2 at 62 s");
  }

  @Test
  void ignoresOtherEventsAndOtherMessages() {
    Watched socket = Watched.by(OVERLOAD).says("fine", START);
    assertThat(socket.log).isEmpty();
  }

  @Test
  void clearsWhenTheSocketIsSwitchedOnAgainButNotByAnOlderReport() {
    Watched socket = Watched.by(UNTIL_SWITCHED_ON).reports("{\"power_switch\":1}");
    socket.trips().connects().says("other", socket.now).passes(1);
    assertThat(socket.log).hasSize(1);
    socket.reports("{\"power_switch\":0}").passes(3600);
    assertThat(socket.log).hasSize(1);
    socket.reports("{\"power_switch\":1}");
    assertThat(socket.log).last().isEqualTo("cleared 1 at 3601 s: power_switch = 1");
    socket.trips();
    assertThat(socket.log).last().asString().startsWith("raised 2");
  }

  @Test
  void repeatedMessageAfterTheEndRaisesNothing() {
    Watched socket = Watched.by(OVERLOAD).says("overcurrent", START).passes(3600);
    socket.says("overcurrent", START).passes(120);
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void earlierMessageOfTheSameEpisodeThatComesLaterRaisesNothing() {
    Watched socket = Watched.by(OVERLOAD).passes(10);
    socket.says("overcurrent", START.plusSeconds(8)).says("overcurrent", START.plusSeconds(6));
    socket.passes(3600);
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void newsOfAnEpisodeThatWasOverIsToldOnce() {
    Watched socket = Watched.by(OVERLOAD).passes(7200);
    socket.says("overcurrent", START.plusSeconds(7200));
    socket.says("overcurrent", START.plusSeconds(3600));
    socket.says("overcurrent", START.plusSeconds(3600));
    assertThat(socket.log)
        .containsExactly(
            "raised 1 at 7200 s: message \"overcurrent\" = \"overcurrent\"",
            "raised 2 at 3600 s: message \"overcurrent\" = \"overcurrent\"",
            "cleared 2 at 3660 s: it became known late");
  }

  @Test
  void countsEventsWithinAWindow() {
    Watched socket =
        Watched.by(
            """
            {"input": {"event": "status_report"},
             "filter": {"param": "message", "is": "contains", "value": "over",
                        "times": 3, "within": "PT10M"}}
            """);
    socket.trips().passes(400).trips().passes(400).trips();
    assertThat(socket.log).isEmpty();
    socket.passes(1).trips();
    assertThat(socket.log).singleElement().asString().contains("3 times within PT10M");
  }

  @Test
  void aRestartForgetsNeitherTheEpisodeNorTheQuietTime() {
    Watched socket = Watched.by(OVERLOAD).trips().passes(30).restarts();
    socket.trips();
    assertThat(socket.log).last().isEqualTo("repeated 1 at 30 s, 2 hits");
    socket.restarts().passes(62);
    assertThat(socket.log).last().isEqualTo("cleared 1 at 90 s: no further event");
  }

  @Test
  void aClockThatWasSetBackDoesNotKeepAnEpisodeOpenForHours() {
    Watched socket = Watched.by(OVERLOAD);
    socket.says("overcurrent", START);
    for (int i = 0; i < 5; i++) {
      socket.passes(20);
      socket.reports("{\"power_switch\":0}", START.minusSeconds(7200 - 20L * i));
    }
    socket.passes(65);
    assertThat(socket.log).hasSize(2).last().asString().startsWith("cleared 1");
  }
}
