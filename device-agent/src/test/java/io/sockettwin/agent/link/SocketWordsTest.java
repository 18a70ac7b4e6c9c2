package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

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
}
