package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleCommandTest {

  @Test
  void knowsTheAppliancesOfAHousehold() {
    assertThat(ConsoleCommand.parse(" plug  kettle "))
        .isEqualTo(new ConsoleCommand.Plug(Appliance.ofHousehold("kettle").orElseThrow()));
  }

  @Test
  void takesAnyOtherByItsWatts() {
    assertThat(ConsoleCommand.parse("plug drill 700 0.8"))
        .isEqualTo(new ConsoleCommand.Plug(new Appliance("drill", 700, 800)));
  }

  @Test
  void pressesForAClickUnlessTold() {
    assertThat(ConsoleCommand.parse("press"))
        .isEqualTo(new ConsoleCommand.Press(Duration.ofMillis(300)));
    assertThat(ConsoleCommand.parse("press 6.5"))
        .isEqualTo(new ConsoleCommand.Press(Duration.ofMillis(6_500)));
  }

  @Test
  void takesWeeklyTimersAndNone() {
    String timers = "Europe/Berlin; mon-fri 06:30 on";
    assertThat(ConsoleCommand.parse("schedule " + timers))
        .isEqualTo(
            new ConsoleCommand.SetSchedule(
                ((ScheduleText.Understood) ScheduleText.read(timers)).schedule()));
    assertThat(ConsoleCommand.parse("schedule none"))
        .isEqualTo(new ConsoleCommand.SetSchedule(Schedule.NONE));
  }

  @Test
  void knowsTheOtherCommands() {
    assertThat(ConsoleCommand.parse("unplug tv")).isEqualTo(new ConsoleCommand.Unplug("tv"));
    assertThat(ConsoleCommand.parse("status")).isEqualTo(new ConsoleCommand.Status());
    assertThat(ConsoleCommand.parse("quit")).isEqualTo(new ConsoleCommand.Quit());
    assertThat(ConsoleCommand.parse("")).isEqualTo(new ConsoleCommand.Help());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "schedule",
        "schedule mon 25:00 on",
        "plug",
        "plug spaceship",
        "plug x y",
        "plug x 0",
        "plug x 10 2",
        "plug x 1 1 1",
        "unplug",
        "press never",
        "press -1",
        "press 1e9",
        "press NaN"
      })
  void explainsAMistake(String line) {
    assertThat(ConsoleCommand.parse(line)).isInstanceOf(ConsoleCommand.Mistake.class);
  }
}
