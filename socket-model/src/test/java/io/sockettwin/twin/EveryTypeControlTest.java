package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.twin.Control.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryTypeControlTest {
  private final Cloud cloud = Cloud.ofEveryType();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\":7}|{\"colour\":7}|APPLIED",
        "{\"colour\":7}|{\"colour\":0}|OVERRULED",
        "{\"label\":\"a\"}|{\"label\":\"b\"}|OVERRULED",
        "{\"phase\":\"a\"}|{\"phase\":\"a\"}|APPLIED",
        "{\"ratio\":0.3}|{\"ratio\":0.25}|APPLIED",
        "{\"level\":5}|{\"level\":4}|APPLIED",
      })
  void aReportAfterTheAnswerSettles(String wanted, String shown, Stage stage) {
    cloud.connects(1).wants("c1", wanted);
    cloud.answers("c1", 0);
    cloud.reports(shown);
    assertThat(cloud.stage("c1")).isEqualTo(stage);
  }

  @Test
  void structsAreComparedMemberByMemberWithinSinglePrecision() {
    String place =
        "{\"place\":{\"x\":1,\"note\":\"n\",\"lit\":1,\"at\":5,\"f\":%s,\"e\":3,\"s\":\"k\"}}";
    cloud.connects(1).wants("c1", place.formatted("1.1"));
    cloud.answers("c1", 0);
    cloud.reports(place.formatted("1.100000"));
    assertThat(cloud.stage("c1")).isEqualTo(Stage.APPLIED);

    cloud.wants("c2", place.formatted("1.1"));
    cloud.reports(place.formatted("1.5"));
    cloud.answers("c2", 0);
    cloud.reports(place.formatted("1.5"));
    assertThat(cloud.stage("c2")).isEqualTo(Stage.OVERRULED);
  }

  @Test
  void arraysAreComparedItemByItem() {
    cloud.reports("{\"history\":[1,2]}");
    long version = cloud.state.version();
    cloud.wants("c1", "{\"on\":1}");
    cloud.reports("{\"history\":[1,3]}");
    cloud.reports("{\"history\":[1]}");
    assertThat(cloud.state.version()).isEqualTo(version + 3);
    assertThat(cloud.stage("c1")).isEqualTo(Stage.ACCEPTED);
  }
}
