package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusTest {
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void nothingKnownIsAnEmptyObject() {
    assertThat(cloud.hears("{\"method\":\"get_status\",\"clientToken\":\"a\"}"))
        .containsExactly(
            "{\"method\":\"get_status_reply\",\"clientToken\":\"a\",\"code\":0,\"status\":\"success\",\"data\":{}}");
  }

  @Test
  void givesTheHalfThatIsAskedForAndEchoesItsName() {
    cloud.reports("{\"power_switch\":0}");
    cloud.wants("c1", "{\"count_down\":60}");
    assertThat(ask(",\"type\":\"report\",\"showmeta\":0"))
        .endsWith("\"type\":\"report\",\"data\":{\"reported\":{\"power_switch\":0}}}");
    assertThat(cloud.control("c1").askedBy()).isNull();
    assertThat(ask(",\"type\":\"control\""))
        .endsWith("\"type\":\"control\",\"data\":{\"control\":{\"count_down\":60}}}");
    assertThat(ask(""))
        .endsWith("\"data\":{\"reported\":{\"power_switch\":0},\"control\":{\"count_down\":60}}}");
  }

  @Test
  void tellsWhenOnRequest() {
    cloud.reports("{\"power_switch\":0}");
    cloud.wants("c1", "{\"count_down\":60}");
    long at = cloud.now.toEpochMilli();
    assertThat(ask(",\"showmeta\":1"))
        .endsWith(
            "\"metadata\":{\"reported\":{\"power_switch\":{\"timestamp\":%d}},\"control\":{\"count_down\":{\"timestamp\":%d}}}}}"
                .formatted(at, at));
  }

  private String ask(String more) {
    return cloud.hears("{\"method\":\"get_status\",\"clientToken\":\"a\"" + more + "}").getFirst();
  }
}
