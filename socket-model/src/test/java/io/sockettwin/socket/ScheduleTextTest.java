package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.ScheduleText.Misfit;
import io.sockettwin.socket.ScheduleText.Understood;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTextTest {

  @Test
  void readsZoneDaysTimesAndPausedTimers() {
    Schedule schedule =
        read("Europe/Berlin; mon-fri 06:30 on; sat,sun 08:00:30 off paused;fri-mon 00:00 off");

    assertThat(schedule.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(schedule.timers())
        .containsExactly(
            new WeeklyTimer(ScheduleTest.WEEKDAYS, LocalTime.of(6, 30), true, true),
            new WeeklyTimer(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0, 30), false, false),
            new WeeklyTimer(
                EnumSet.complementOf(
                    EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)),
                LocalTime.MIDNIGHT,
                false,
                true));
  }

  @Test
  void readsLinesWithCommentsInAnyCase() {
    String file = "# the heater\r\n+02:00\r\n\r\nDaily 22:00 OFF  # at night\r\nMON 05:00 On\r\n";

    assertThat(ScheduleText.write(read(file))).isEqualTo("+02:00; daily 22:00 off; mon 05:00 on");
  }

  @Test
  void takesNothingForNoTimers() {
    assertThat(read(" \n; ")).isEqualTo(Schedule.NONE);
    assertThat(ScheduleText.write(Schedule.NONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nowhere/Land",
        "mon 24:00 on",
        "mon 6:30 on",
        "mon 06:30 toggle",
        "moon 06:30 on",
        "mon-tue-wed 06:30 on",
        "mon,, 06:30 on",
        "07:30 on",
        "mon 06:30 on paused twice",
        "mon 06:30 on; Europe/Berlin"
      })
  void saysWhatItCannotReadWithoutRepeatingIt(String text) {
    assertThat(ScheduleText.read(text))
        .isInstanceOfSatisfying(
            Misfit.class, misfit -> assertThat(misfit.sentence()).doesNotContain(text));
  }

  @Test
  void hasRoomForSixteenTimersOfTheLongestText() {
    String longest = "mon,wed,fri,sun 06:30:01 off paused";
    String sixteen = "America/Argentina/ComodRivadavia" + ("; " + longest).repeat(16);

    assertThat(ScheduleText.write(read(sixteen))).isEqualTo(sixteen);
    assertThat(sixteen.length()).isLessThanOrEqualTo(ScheduleText.MAX_CHARACTERS);
    assertThat(ScheduleText.read((longest + ";").repeat(17))).isInstanceOf(Misfit.class);
    assertThat(ScheduleText.read(" ".repeat(ScheduleText.MAX_CHARACTERS + 1)))
        .isInstanceOf(Misfit.class);
  }

  @Test
  void givesBackWhatItWrites() {
    List<String> zones = List.of("UTC", "Europe/Berlin", "Asia/Shanghai", "+05:45", "Z");
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<WeeklyTimer> timers = new ArrayList<>();
      for (int i = 0; i < random.nextInt(Schedule.MAX_TIMERS + 1); i++) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
          if (random.nextBoolean()) {
            days.add(day);
          }
        }
        LocalTime at = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        timers.add(new WeeklyTimer(days, at, random.nextBoolean(), random.nextBoolean()));
      }
      Schedule schedule = new Schedule(ZoneId.of(zones.get(random.nextInt(5))), timers);

      assertThat(read(ScheduleText.write(schedule))).as("seed %s", seed).isEqualTo(schedule);
    }
  }

  private static Schedule read(String text) {
    return ((Understood) ScheduleText.read(text)).schedule();
  }
}
