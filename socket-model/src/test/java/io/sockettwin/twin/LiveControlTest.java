package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.twin.Control.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// Controls for a device that is connected (protocol section 5.3).
class LiveControlTest {
  private final Cloud cloud = Cloud.ofSocket().connects(1);

  @Test
  void isKeptThenSentThenWatched() {
    cloud.wants("c1", "{\"power_switch\":1,\"count_down\":0}");
    assertThat(cloud.effects)
        .extracting(effect -> effect.getClass().getSimpleName())
        .containsExactly("KeepControl", "Send");
    assertThat(cloud.sent())
        .containsExactly(
            "{\"method\":\"control\",\"clientToken\":\"c1\",\"params\":{\"power_switch\":1,\"count_down\":0}}");
    assertThat(cloud.control("c1").sentAt()).isEqualTo(cloud.now);
    cloud.passes(Twin.SILENCE);
    assertThat(cloud.state.wakeAt()).contains(cloud.control("c1").expiresAt());
  }

  @Test
  void onlyAReportAppliesIt() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.answers("c1", 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.reported("power_switch")).isEqualTo("unknown");
    cloud.reports("{\"voltage\":230}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);
  }

  @Test
  void aReportBeforeTheAnswerCountsOnceTheAnswerComes() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SENT);
    cloud.answers("c1", 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);
  }

  @Test
  void anotherValueAfterTheAnswerOverrulesIt() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.answers("c1", 0);
    cloud.reports("{\"power_switch\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.OVERRULED);
  }

  @Test
  void anotherValueThatANewerControlAskedForSupersedesIt() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.answers("c1", 0);
    cloud.wants("c2", "{\"power_switch\":0}");
    cloud.answers("c2", 0);
    cloud.reports("{\"power_switch\":0}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.SUPERSEDED);
    assertThat(cloud.stage("c2")).isEqualTo(Stage.APPLIED);
  }

  @Test
  void aQuantityNeedNotBeExactlyWhatWasSet() {
    cloud.wants("c1", "{\"power_switch\":1,\"count_down\":60}");
    cloud.answers("c1", 0);
    cloud.reports("{\"count_down\":59}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    cloud.reports("{\"power_switch\":1}");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);
  }

  @Test
  void oneAnswerIsForAllEarlierControls() {
    cloud.wants("c1", "{\"power_switch\":1}").wants("c2", "{\"count_down\":9}");
    cloud.wants("c3", "{\"count_down\":8}");
    assertThat(cloud.stage("c2")).isEqualTo(Stage.SUPERSEDED);
    cloud.answers("c3", 0);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.stage("c3")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.pending()).isEqualTo("{}");
  }

  @Test
  void anAnswerLeavesLaterControls() {
    cloud.wants("c1", "{\"power_switch\":1}").wants("c2", "{\"count_down\":9}");
    cloud.answers("c1", 0);
    assertThat(cloud.stage("c2")).isEqualTo(Stage.SENT);
    assertThat(cloud.pending()).isEqualTo("{\"count_down\":9}");
  }

  @Test
  void aRefusalIsRecordedInCleanWords() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.hears(
        "{\"code\":-1,\"clientToken\":\"c1\",\"status\":\"stuck\\u0000" + "x".repeat(999) + "\"}");
    Control control = cloud.control("c1");
    assertThat(control.stage()).isEqualTo(Stage.REFUSED);
    assertThat(control.code()).isEqualTo(-1);
    assertThat(control.settledAt()).isEqualTo(cloud.now);
    assertThat(control.status()).startsWith("stuckx").hasSizeLessThanOrEqualTo(128);
    assertThat(cloud.pending()).isEqualTo("{}");
  }

  @Test
  void expiresUnlessDelivered() {
    cloud.wants("c1", "{\"power_switch\":1}").wants("c2", "{\"count_down\":9}");
    cloud.answers("c1", 0);
    cloud.passes(Cloud.PATIENCE.minusMillis(2));
    assertThat(cloud.stage("c2")).isEqualTo(Stage.SENT);
    cloud.passes(Duration.ofMillis(1));
    assertThat(cloud.stage("c1")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.control("c1").settledAt()).isEqualTo(cloud.now);
    assertThat(cloud.stage("c2")).isEqualTo(Stage.EXPIRED);
    assertThat(cloud.state.controls()).isEmpty();
  }

  @Test
  void isNotHandedOutOnceItsTimeIsOver() {
    cloud.wants("c1", "{\"power_switch\":1}");
    cloud.now = cloud.now.plus(Cloud.PATIENCE);
    assertThat(cloud.asks("P-1").getFirst()).doesNotContain("control\":{");
    assertThat(cloud.stage("c1")).isEqualTo(Stage.EXPIRED);
  }

  @Test
  void isNotSentWhenItsTimeIsOverAlready() {
    cloud.wants("c1", "{\"power_switch\":1}", Duration.ZERO);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.EXPIRED);
    assertThat(cloud.sent()).isEmpty();
  }

  @Test
  void aStaleWakeUpDoesNothing() {
    TwinState before = cloud.wants("c1", "{\"power_switch\":1}").state;
    assertThat(cloud.feed(new TwinInput.WakeUp()).state).isSameAs(before);
    assertThat(cloud.effects).isEmpty();
  }

  @Test
  void theSameIdIsTakenOnce() {
    TwinState before = cloud.wants("c1", "{\"power_switch\":1}").state;
    assertThat(cloud.wants("c1", "{\"power_switch\":0}").state).isSameAs(before);
    assertThatThrownBy(() -> new TwinInput.ControlRequested("c2", new LinkedHashMap<>(), cloud.now))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOldestGivesWayWhenTooManyAreOpen() {
    for (int i = 0; i <= Controls.MAX_OPEN; i++) {
      cloud.wants("c" + i, i % 2 == 0 ? "{\"power_switch\":1}" : "{\"count_down\":1}");
      cloud.answers("c" + i, 0);
    }
    assertThat(cloud.state.controls()).hasSize(Controls.MAX_OPEN);
    assertThat(cloud.stage("c0")).isEqualTo(Stage.DELIVERED);
    assertThat(cloud.control("c0").settledAt()).isNotNull();
  }
}
