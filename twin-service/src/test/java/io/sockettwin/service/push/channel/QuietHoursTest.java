package io.sockettwin.service.push.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"));

  @Test
  void lastOverMidnight() {
    Instant morning = Instant.parse("2026-01-11T06:00:00Z");
    assertThat(NIGHT.endIfQuiet(Instant.parse("2026-01-10T20:59:59Z"))).isEmpty();
    assertThat(NIGHT.endIfQuiet(Instant.parse("2026-01-10T21:00:00Z"))).contains(morning);
    assertThat(NIGHT.endIfQuiet(Instant.parse("2026-01-11T05:59:59Z"))).contains(morning);
    assertThat(NIGHT.endIfQuiet(morning)).isEmpty();
  }

  @Test
  void keepToTheClockOnTheWallWhenItIsPutForward() {
    assertThat(NIGHT.endIfQuiet(Instant.parse("2026-03-28T23:00:00Z")))
        .contains(Instant.parse("2026-03-29T05:00:00Z"));
  }

  @Test
  void mayLieWithinADay() {
    QuietHours noon =
        new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), ZoneId.of("Asia/Shanghai"));
    assertThat(noon.endIfQuiet(Instant.parse("2026-01-10T05:00:00Z")))
        .contains(Instant.parse("2026-01-10T06:00:00Z"));
    assertThat(noon.endIfQuiet(Instant.parse("2026-01-10T06:00:00Z"))).isEmpty();
  }
}
