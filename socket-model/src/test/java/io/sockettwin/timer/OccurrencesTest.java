package io.sockettwin.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {
  /// A sun that rises at six and sets at six, but not in June.
  private static final SunTimes PLAIN_SUN =
      (event, date, place, zone) ->
          date.getMonthValue() == 6
              ? Optional.empty()
              : Optional.of(
                  date.atTime(event == SunEvent.SUNRISE ? 6 : 18, 0).atZone(zone).toInstant());

  @Test
  void aSingleTimeComesOnce() {
    TimeRule rule = new TimeRule.Once(LocalDateTime.parse("2026-07-01T08:00"));
    Instant at = Instant.parse("2026-07-01T06:00:00Z");
    assertThat(next("Europe/Berlin", rule, at.minusSeconds(1))).contains(at);
    assertThat(next("Europe/Berlin", rule, at)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks are put forward at two: half past two is moved on to half past three.
    "Europe/Berlin,       2026-03-28T12:00:00Z, 02:30, 2026-03-29T01:30:00Z",
    // Clocks are put back at three: half past two counts the first time.
    "Europe/Berlin,       2026-10-24T12:00:00Z, 02:30, 2026-10-25T00:30:00Z",
    // Half an hour forward at two.
    "Australia/Lord_Howe, 2026-10-03T00:00:00Z, 02:15, 2026-10-03T15:45:00Z",
    // Midnight did not exist.
    "America/Sao_Paulo,   2018-11-03T12:00:00Z, 00:00, 2018-11-04T03:00:00Z",
    // The whole of 30 December did not exist.
    "Pacific/Apia,        2011-12-30T09:00:00Z, 10:00, 2011-12-30T20:00:00Z",
    // A leap day.
    "UTC,                 2028-02-28T12:00:00Z, 07:00, 2028-02-29T07:00:00Z",
    // A country that changed its mind: summer time for good since 2018, but for Ramadan.
    "Africa/Casablanca,   2026-02-13T12:00:00Z, 12:30, 2026-02-14T11:30:00Z",
    "Africa/Casablanca,   2026-02-14T12:00:00Z, 12:30, 2026-02-15T12:30:00Z",
  })
  void dailyFollowsTheClocksOfItsZone(String zone, Instant after, LocalTime at, Instant expected) {
    assertThat(next(zone, new TimeRule.Weekly(TimeRule.EVERY_DAY, at), after)).contains(expected);
  }

  @Test
  void weeklyWaitsForItsDays() {
    TimeRule rule =
        new TimeRule.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 0));
    Instant monday = Instant.parse("2026-11-23T07:00:00Z");
    assertThat(next("UTC", rule, monday)).contains(Instant.parse("2026-11-27T07:00:00Z"));
    assertThat(next("UTC", rule, monday.minusMillis(1))).contains(monday);
  }

  @Test
  void theSunComesWithItsOffset() {
    TimeRule rule = new TimeRule.Sun(SunEvent.SUNSET, Duration.ofMinutes(-20), TimeRule.EVERY_DAY);
    assertThat(next("UTC", rule, Instant.parse("2026-11-25T17:39:59Z")))
        .contains(Instant.parse("2026-11-25T17:40:00Z"));
    assertThat(next("UTC", rule, Instant.parse("2026-11-25T17:40:00Z")))
        .contains(Instant.parse("2026-11-26T17:40:00Z"));
  }

  @Test
  void theSunIsWaitedForWhileItDoesNotRise() {
    TimeRule rule = new TimeRule.Sun(SunEvent.SUNRISE, Duration.ZERO, TimeRule.EVERY_DAY);
    assertThat(next("UTC", rule, Instant.parse("2026-06-01T00:00:00Z")))
        .contains(Instant.parse("2026-07-01T06:00:00Z"));
  }

  @Test
  void theSunIsNowhereWithoutAPlace() {
    TimeRule rule = new TimeRule.Sun(SunEvent.SUNRISE, Duration.ZERO, TimeRule.EVERY_DAY);
    Occurrences nowhere = new Occurrences(new Where(ZoneId.of("UTC"), null), PLAIN_SUN);
    assertThat(nowhere.next(rule, Instant.EPOCH)).isEmpty();
  }

  private static Optional<Instant> next(String zone, TimeRule rule, Instant after) {
    Where where = new Where(ZoneId.of(zone), new Place(52.5, 13.4));
    return new Occurrences(where, PLAIN_SUN).next(rule, after);
  }
}
