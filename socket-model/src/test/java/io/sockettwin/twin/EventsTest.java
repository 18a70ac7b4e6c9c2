package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.EventKind;
import io.sockettwin.twin.TwinEffect.KeepEvent;
import io.sockettwin.wire.TopicKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final String TRIP =
      "\"eventId\":\"status_report\",\"params\":{\"status\":1,\"message\":\"overcurrent\"}";
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void keepsAnEventAtItsReceiptWhenItsTimeIsZero() {
    assertThat(
            post(
                "{\"method\":\"event_post\",\"clientToken\":\"e\",\"type\":\"fault\",\"timestamp\":0,"
                    + TRIP
                    + "}"))
        .containsExactly(
            "{\"method\":\"event_reply\",\"clientToken\":\"e\",\"code\":0,\"status\":\"\",\"data\":{}}");
    KeepEvent kept = cloud.effects(KeepEvent.class).getFirst();
    assertThat(kept.at()).isEqualTo(cloud.now);
    assertThat(kept.kind()).isEqualTo(EventKind.INFO);
    assertThat(kept.params()).containsOnlyKeys("status", "message");
    assertThat(cloud.state).isSameAs(TwinState.UNKNOWN);
  }

  @Test
  void echoesTheVersion() {
    assertThat(
            post("{\"method\":\"event_post\",\"clientToken\":\"e\",\"version\":\"1.0\","
                    + TRIP
                    + "}")
                .getFirst())
        .contains("\"version\":\"1.0\"");
  }

  @Test
  void numbersTheEventsOfABatch() {
    String low = "{\"eventId\":\"low_voltage\",\"params\":{\"voltage\":20}}";
    assertThat(post(batch("{" + TRIP + "}", low)).getFirst())
        .contains("events_reply", "\"code\":0");
    assertThat(cloud.effects(KeepEvent.class)).extracting(KeepEvent::place).containsExactly(0, 1);
  }

  @Test
  void theFirstBadEventRejectsTheBatch() {
    String unknown = "{\"eventId\":\"flood\",\"params\":{}}";
    assertThat(post(batch("{" + TRIP + "}", unknown)).getFirst())
        .contains("\"code\":404,\"status\":\"flood not defined\"");
    assertThat(cloud.effects(KeepEvent.class)).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFitAndWhatIsTooOld() {
    long old = cloud.now.minus(Duration.ofDays(31)).toEpochMilli();
    assertThat(post(batch("{\"timestamp\":" + old + "," + TRIP + "}")).getFirst())
        .contains("\"code\":405,\"status\":\"status_report too old\"");
    assertThat(post(batch("{\"eventId\":\"low_voltage\",\"params\":{}}")).getFirst())
        .contains("\"code\":406,\"status\":\"Param count not match\"");
  }

  private List<String> post(String json) {
    return cloud.hears(TopicKind.EVENT_UP, json);
  }

  private static String batch(String... events) {
    return "{\"method\":\"events_post\",\"clientToken\":\"e\",\"events\":["
        + String.join(",", events)
        + "]}";
  }
}
