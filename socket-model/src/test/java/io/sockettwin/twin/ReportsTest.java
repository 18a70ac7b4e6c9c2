package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinState.Reported;
import io.sockettwin.wire.ClientToken;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void knowsWhatWasReportedAndKeepsTheRest() {
    cloud.reports("{\"power_switch\":1,\"voltage\":220.1}");
    cloud.reports("{\"power_switch\":0}");

    assertThat(cloud.reported("power_switch")).isEqualTo("0");
    assertThat(cloud.reported("voltage")).isEqualTo("220.1");
    assertThat(cloud.reported("current")).isEqualTo("unknown");
    assertThat(cloud.state.version()).isEqualTo(2);
  }

  @Test
  void keepsTheReportBeforeItAnswers() {
    assertThat(cloud.reports("{\"power_switch\":1}"))
        .containsExactly(
            "{\"method\":\"report_reply\",\"clientToken\":\"r\",\"code\":0,\"status\":\"success\"}");
    assertThat(cloud.effects.getFirst())
        .isEqualTo(
            new TwinEffect.KeepReport(
                cloud.now,
                ClientToken.of("r"),
                new LinkedHashMap<>(Map.of("power_switch", new Value.Bool(true)))));
  }

  @Test
  void refusesTheWholeReportForOneBadValue() {
    cloud.reports("{\"power_switch\":1}");
    TwinState before = cloud.state;

    assertThat(cloud.reports("{\"power_switch\":0,\"voltage\":401}"))
        .containsExactly(
            "{\"method\":\"report_reply\",\"clientToken\":\"r\",\"code\":406,\"status\":\"checkReportData fail\"}");
    assertThat(cloud.reports("{\"power_switch\":0,\"colour\":1}"))
        .containsExactly(
            "{\"method\":\"report_reply\",\"clientToken\":\"r\",\"code\":406,\"status\":\"Not find PropertySchema\"}");
    assertThat(cloud.effects).hasSize(1);
    assertThat(cloud.state).isSameAs(before);
  }

  @Test
  void echoesANullTokenAndARepeatedOne() {
    String report = "{\"method\":\"report\",\"clientToken\":null,\"params\":{\"power_switch\":1}}";
    assertThat(cloud.hears(report)).singleElement().asString().contains("\"clientToken\":null");
    assertThat(cloud.hears(report)).singleElement().asString().contains("\"code\":0");
  }

  @Test
  void believesTheDevicesClockForTheLastDayOnly() {
    assertThat(timeOf(cloud.now.minus(Duration.ofHours(2))))
        .isEqualTo(Cloud.START.minus(Duration.ofHours(2)));
    assertThat(timeOf(Instant.EPOCH.plusMillis(1_628_646_783_000L)))
        .isEqualTo(cloud.now.minus(Duration.ofHours(24)));
    assertThat(timeOf(cloud.now.plus(Duration.ofDays(9)))).isEqualTo(cloud.now);
  }

  private Instant timeOf(Instant said) {
    cloud.hears(
        "{\"method\":\"report\",\"clientToken\":\"r\",\"timestamp\":%d,\"params\":{\"power_switch\":1}}"
            .formatted(said.toEpochMilli()));
    return cloud.effects(TwinEffect.KeepReport.class).getFirst().at();
  }

  @Test
  void aReportThatSaysNothingNewLeavesTheVersion() {
    String report =
        "{\"method\":\"report\",\"clientToken\":\"r\",\"timestamp\":%d,\"params\":{\"power_switch\":1}}"
            .formatted(Cloud.START.minusSeconds(5).toEpochMilli());
    cloud.hears(report);
    TwinState before = cloud.state;
    cloud.hears(report);

    assertThat(cloud.state).isSameAs(before);
    assertThat(cloud.effects(TwinEffect.KeepReport.class)).hasSize(1);
  }

  @Test
  void statesDoNotChangeWithTheMapsTheyWereMadeOf() {
    SequencedMap<String, Reported> reported = new LinkedHashMap<>();
    TwinState state =
        new TwinState(1, reported, List.of(), Presence.NEVER, TwinState.UNKNOWN.info());
    reported.put("power_switch", new Reported(new Value.Bool(true), cloud.now));

    assertThat(state.reported()).isEmpty();
  }
}
