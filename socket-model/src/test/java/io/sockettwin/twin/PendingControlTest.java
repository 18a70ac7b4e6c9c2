package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Control.Stage;
import io.sockettwin.twin.TwinEffect.Dropped;
import org.junit.jupiter.api.Test;

/// Controls for a device that was away (protocol section 5.4).
class PendingControlTest {
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void goesTheProtocolsSequenceAfterAnOfflineChange() {
    cloud.wants("c1", "{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.ACCEPTED);
    assertThat(cloud.sent()).isEmpty();

    assertThat(cloud.connects(1).sent()).isEmpty();
    assertThat(cloud.hears("{\"method\":\"get_status\",\"clientToken\":\"P-1\"}"))
        .containsExactly(
            "{\"method\":\"get_status_reply\",\"clientToken\":\"P-1\",\"code\":0,\"status\":\"success\",\"data\":{\"control\":{\"power_switch\":1}}}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SENT);

    assertThat(cloud.clears("P-1"))
        .containsExactly(
            "{\"method\":\"clear_control_reply\",\"clientToken\":\"P-1\",\"code\":0,\"status\":\"success\"}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);

    assertThat(cloud.answers("P-1", 0)).isEmpty();
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);
    assertThat(cloud.state.controls()).isEmpty();
  }

  @Test
  void readingDoesNotClear() {
    cloud.wants("c1", "{\"power_switch\":1}").connects(1);
    assertThat(cloud.asks("P-1")).isEqualTo(cloud.asks("P-1"));
    assertThat(cloud.asks("P-2").getFirst()).contains("\"control\":{\"power_switch\":1}");
    assertThat(cloud.control("c1").askedBy()).isEqualTo("P-2");
  }

  @Test
  void aReportDoesNotClear() {
    cloud.wants("c1", "{\"power_switch\":1}").connects(1);
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.pending()).isEqualTo("{\"power_switch\":1}");
  }

  @Test
  void theNewerValueWins() {
    cloud.wants("c1", "{\"power_switch\":1,\"count_down\":60}");
    cloud.wants("c2", "{\"power_switch\":0}");
    assertThat(cloud.pending()).isEqualTo("{\"count_down\":60,\"power_switch\":0}");

    cloud.wants("c3", "{\"count_down\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SUPERSEDED);
    assertThat(cloud.pending()).isEqualTo("{\"power_switch\":0,\"count_down\":0}");
  }

  @Test
  void theAnswerToGetStatusAnswersWhatItCarried() {
    cloud.wants("c1", "{\"power_switch\":1}").wants("c2", "{\"count_down\":60}").connects(1);
    cloud.asks("P-1");
    cloud.answers("P-1", 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.stage("c2")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.pending()).isEqualTo("{}");
  }

  @Test
  void aFailureAfterClearingIsRecorded() {
    cloud.wants("c1", "{\"power_switch\":1}").connects(1);
    cloud.asks("P-1");
    cloud.clears("P-1");
    cloud.answers("P-1", -1);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.REFUSED);
    assertThat(cloud.control("c1").code()).isEqualTo(-1);
  }

  @Test
  void anOldValueBetweenClearingAndActingProvesNothing() {
    cloud.reports("{\"power_switch\":0}");
    cloud.wants("c1", "{\"power_switch\":1}").connects(1);
    cloud.asks("P-1");
    cloud.clears("P-1");
    cloud.reports("{\"power_switch\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);
  }

  @Test
  void clearingWhatWasAskedForKeepsWhatCameSince() {
    cloud.wants("c1", "{\"power_switch\":1}").connects(1);
    cloud.asks("P-1");
    cloud.wants("c2", "{\"count_down\":60}");
    cloud.clears("P-1");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.stage("c2")).isEqualTo(Stage.SENT);
    assertThat(cloud.pending()).isEqualTo("{\"count_down\":60}");
  }

  @Test
  void clearingOnDemandDropsTheWholeMap() {
    cloud.wants("unseen", "{\"power_switch\":1}").connects(1);
    cloud.wants("live", "{\"count_down\":60}");
    cloud.clears("own");
    assertThat(cloud.stage("unseen")).isEqualTo(Stage.REVOKED);
    assertThat(cloud.stage("live")).isEqualTo(Stage.SENT);
    assertThat(cloud.pending()).isEqualTo("{}");
    assertThat(cloud.clears("own").getFirst()).contains("\"code\":0");
    cloud.answers("live", 0);
    assertThat(cloud.stage("live")).isEqualTo(Stage.DELIVERED);
  }

  @Test
  void tokensNobodyKnowsAnswerNothing() {
    cloud.connects(1).wants("c1", "{\"power_switch\":1}");
    cloud.asks("");
    cloud.answers("c0", 0);
    assertThat(cloud.effects).singleElement().isInstanceOf(Dropped.class);
    cloud.hears("{\"code\":0,\"clientToken\":null,\"status\":\"\\u0000\"}");
    cloud.answers("", 0);
    cloud.answers("x".repeat(200), 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SENT);
  }

  @Test
  void aControlThatWasNeverSentCannotBeAnswered() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.answers("c1", 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.ACCEPTED);
  }

  @Test
  void outlivesADisconnectWithoutAnswer() {
    cloud.connects(1).wants("c1", "{\"power_switch\":1}").disconnects(1).connects(2);
    assertThat(cloud.asks("P-1").getFirst()).contains("\"control\":{\"power_switch\":1}");
  }

  @Test
  void aHandAtTheDeviceRevokesWhatItHasNotSeen() {
    cloud.reports("{\"power_switch\":1}");
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.reports("{\"power_switch\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.REVOKED);
    assertThat(cloud.asks("P-1").getFirst()).endsWith("\"data\":{}}");
  }

  @Test
  void aHandAtTheDeviceStopsTheRepetitionOfWhatWasSent() {
    cloud.reports("{\"power_switch\":1}");
    cloud.connects(1).wants("c1", "{\"power_switch\":1,\"count_down\":60}");
    cloud.reports("{\"power_switch\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SENT);
    assertThat(cloud.pending()).isEqualTo("{\"count_down\":60}");
  }

  @Test
  void obeyingAnEarlierControlIsNoLocalAct() {
    cloud.reports("{\"power_switch\":0}");
    cloud.connects(1).wants("c1", "{\"power_switch\":1,\"count_down\":9}").disconnects(1);
    cloud.wants("c2", "{\"power_switch\":0}");
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.pending()).isEqualTo("{\"count_down\":9,\"power_switch\":0}");
  }

  @Test
  void aRunningCountdownRevokesNothingButASetOneDoes() {
    cloud.reports("{\"count_down\":50,\"voltage\":230}");
    cloud.wants("c1", "{\"count_down\":600}");
    cloud.reports("{\"count_down\":49,\"voltage\":231}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.ACCEPTED);
    cloud.reports("{\"count_down\":3600}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.REVOKED);
  }
}
