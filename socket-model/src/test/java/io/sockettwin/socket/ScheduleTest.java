package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.socket.Schedule.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);
  static final Schedule WEEKDAYS_AT_SEVEN =
      new Schedule(BERLIN, List.of(timer(WEEKDAYS, "07:00", true)));

  @Test
  void findsTheNextDayOfItsDays() {
    // A Friday, an hour after the timer; the next is on Monday.
    assertThat(WEEKDAYS_AT_SEVEN.nextAfter(Instant.parse("2026-01-02T07:00:00Z")))
        .isEqualTo(new Due(Instant.parse("2026-01-05T06:00:00Z"), true));
  }

  @Test
  void findsTheSameDayOfTheNextWeek() {
    Schedule mondays =
        new Schedule(BERLIN, List.of(timer(Set.of(DayOfWeek.MONDAY), "07:00", true)));
    Instant monday = Instant.parse("2026-01-05T06:00:00Z");

    assertThat(mondays.nextAfter(monday))
        .isEqualTo(new Due(Instant.parse("2026-01-12T06:00:00Z"), true));
    assertThat(mondays.nextAfter(monday.minusNanos(1))).isEqualTo(new Due(monday, true));
  }

  @Test
  void goesByTheClocksOfItsPlaceInSummerAndWinter() {
    assertThat(WEEKDAYS_AT_SEVEN.nextAfter(Instant.parse("2026-07-01T00:00:00Z")).at())
        .isEqualTo(Instant.parse("2026-07-01T05:00:00Z"));
  }

  @Test
  void switchesLaterByTheHourThatIsLeftOutInSpring() {
    Schedule nightly = new Schedule(BERLIN, List.of(timer(ALL_DAYS, "02:30", true)));

    assertThat(nightly.nextAfter(Instant.parse("2026-03-28T22:00:00Z")).at())
        .as("03:30 summer time")
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void switchesOnceInTheHourThatComesTwiceInAutumn() {
    Schedule nightly = new Schedule(BERLIN, List.of(timer(ALL_DAYS, "02:30", true)));
    Instant first = nightly.nextAfter(Instant.parse("2026-10-24T22:00:00Z")).at();

    assertThat(first).as("02:30 summer time").isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(nightly.nextAfter(first).at()).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void leavesOutWhatIsDisabled() {
    Schedule idle =
        new Schedule(BERLIN, List.of(new WeeklyTimer(ALL_DAYS, LocalTime.NOON, true, false)));

    assertThat(idle.nextAfter(Bench.START)).isNull();
  }

  @Test
  void hasNoTimerWithoutADay() {
    assertThatThrownBy(() -> timer(Set.of(), "12:00", true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void switchesOffWhereTwoTimersDisagree() {
    for (boolean first : new boolean[] {true, false}) {
      Schedule torn =
          new Schedule(
              BERLIN, List.of(timer(ALL_DAYS, "12:00", first), timer(ALL_DAYS, "12:00", !first)));

      assertThat(torn.nextAfter(Bench.START).on()).isFalse();
    }
  }

  @Test
  void holdsSixteenTimersAndNoMore() {
    WeeklyTimer timer = timer(ALL_DAYS, "12:00", true);

    assertThat(new Schedule(BERLIN, Collections.nCopies(16, timer)).timers()).hasSize(16);
    assertThatThrownBy(() -> new Schedule(BERLIN, Collections.nCopies(17, timer)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static WeeklyTimer timer(Set<DayOfWeek> days, String at, boolean on) {
    return new WeeklyTimer(days, LocalTime.parse(at), on, true);
  }
}
