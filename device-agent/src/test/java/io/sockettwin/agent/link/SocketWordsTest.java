package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.thing.EventKind;
import io.sockettwin.wire.PostedEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SocketWordsTest {

  @Test
  void tellsOfLowMainsWithinWhatTheDataTemplateAllows() {
    PostedEvent event = SocketWords.event(new SocketEvent.LowVoltage(170_000), Instant.EPOCH);

    assertThat(event.eventId()).isEqualTo("low_voltage");
    assertThat(event.kind()).isEqualTo(EventKind.ALERT);
    assertThat(event.params().get("voltage").decimalValue()).isEqualByComparingTo("24");
  }

  @Test
  void tellsTheVoltageItselfWhereItFits() {
    PostedEvent event = SocketWords.event(new SocketEvent.LowVoltage(12_500), Instant.EPOCH);

    assertThat(event.params().get("voltage").decimalValue()).isEqualByComparingTo("12.5");
  }

  @Test
  void tellsTheTimersOnlyWhereTheCloudAsksForThem() {
    Schedule timers =
        ((ScheduleText.Understood) ScheduleText.read("Europe/Berlin; mon 06:30 on")).schedule();

    assertThat(SocketWords.params(new Report(false, Reading.NONE, 0, 0)).has("schedule")).isFalse();
    assertThat(
            SocketWords.params(new Report(false, Reading.NONE, 0, 0, timers))
                .get("schedule")
                .textValue())
        .isEqualTo("Europe/Berlin; mon 06:30 on");
  }
}
