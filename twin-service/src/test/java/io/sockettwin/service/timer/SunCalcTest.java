package io.sockettwin.service.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sockettwin.timer.Place;
import io.sockettwin.timer.SunEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunCalcTest {
  private final SunCalc sun = new SunCalc();

  /// From almanacs: Greenwich at the solstices, Quito at an equinox.
  @ParameterizedTest
  @CsvSource({
    "51.48,   0.00, Europe/London,     2026-06-21, SUNRISE, 2026-06-21T03:43:00Z",
    "51.48,   0.00, Europe/London,     2026-06-21, SUNSET,  2026-06-21T20:21:00Z",
    "51.48,   0.00, Europe/London,     2026-12-21, SUNRISE, 2026-12-21T08:04:00Z",
    "51.48,   0.00, Europe/London,     2026-12-21, SUNSET,  2026-12-21T15:53:00Z",
    "-0.18, -78.47, America/Guayaquil, 2026-03-20, SUNRISE, 2026-03-20T11:18:00Z",
    "-0.18, -78.47, America/Guayaquil, 2026-03-20, SUNSET,  2026-03-20T23:24:00Z",
  })
  void agreesWithAlmanacs(
      double latitude,
      double longitude,
      String zone,
      LocalDate date,
      SunEvent event,
      Instant expected) {
    Instant computed =
        sun.at(event, date, new Place(latitude, longitude), ZoneId.of(zone)).orElseThrow();
    assertThat(computed).isCloseTo(expected, within(2, ChronoUnit.MINUTES));
  }

  @Test
  void doesNotRiseInTheArcticWinter() {
    Place tromso = new Place(69.65, 18.96);
    assertThat(
            sun.at(
                SunEvent.SUNRISE, LocalDate.parse("2026-12-21"), tromso, ZoneId.of("Europe/Oslo")))
        .isEmpty();
  }
}
