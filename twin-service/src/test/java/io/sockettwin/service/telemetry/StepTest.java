package io.sockettwin.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "10s, P30D, UTC, REPORT",
    "1m, PT2H, UTC, REPORT",
    "1m, PT3H, UTC, MINUTE",
    "15m, P30D, Asia/Kolkata, MINUTE",
    "1h, P30D, UTC, HOUR",
    "1h, P60D, Europe/Berlin, HOUR",
    "1h, P1D, Asia/Kathmandu, MINUTE",
    "1d, P60D, UTC, DAY",
    "1d, P20D, Europe/London, DAY",
    "1d, P60D, Europe/London, HOUR",
    "1mo, P300D, Asia/Shanghai, HOUR",
    "1mo, P300D, Australia/Lord_Howe, MINUTE"
  })
  void isAnsweredFromTheCoarsestTableThatFits(
      String step, Duration span, ZoneId zone, Level level) {
    assertThat(Step.parse(step).orElseThrow().source(FROM, FROM.plus(span), zone, LONG_AGO))
        .isEqualTo(level);
  }

  @Test
  void isNotAnsweredFromReportsThatAreGone() {
    Instant to = FROM.plusSeconds(3600);
    assertThat(Step.MINUTE.source(FROM, to, ZoneId.of("UTC"), FROM.plusSeconds(1)))
        .isEqualTo(Level.MINUTE);
  }

  @Test
  void isAsFineAsThePointsAllow() {
    assertThat(Step.forPoints(Duration.ofHours(1), 500)).contains(Step.SECONDS_10);
    assertThat(Step.forPoints(Duration.ofDays(1), 500)).contains(Step.MINUTES_5);
    assertThat(Step.forPoints(Duration.ofDays(365), 500)).contains(Step.DAY);
    assertThat(Step.forPoints(Duration.ofDays(36_500), 10)).isEmpty();
  }
}
