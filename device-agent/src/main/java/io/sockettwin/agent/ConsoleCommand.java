package io.sockettwin.agent;

import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import java.time.Duration;
import java.util.Optional;

/// A line typed by somebody who tries the emulated socket out.
sealed interface ConsoleCommand {

  record Plug(Appliance appliance) implements ConsoleCommand {}

  record Unplug(String name) implements ConsoleCommand {}

  record Press(Duration held) implements ConsoleCommand {}

  record SetSchedule(Schedule schedule) implements ConsoleCommand {}

  record Status() implements ConsoleCommand {}

  record Quit() implements ConsoleCommand {}

  /// An empty line, or a question.
  record Help() implements ConsoleCommand {}

  /// Not understood, with the reason.
  record Mistake(String sentence) implements ConsoleCommand {}

  Duration CLICK = Duration.ofMillis(300);
  Duration LONGEST_PRESS = Duration.ofSeconds(60);

  static ConsoleCommand parse(String line) {
    String[] words = line.strip().split("\\s+");
    return switch (words[0]) {
      case "plug" -> plug(words);
      case "unplug" ->
          words.length == 2 ? new Unplug(words[1]) : new Mistake("unplug what? unplug NAME");
      case "press" -> words.length == 1 ? new Press(CLICK) : press(words[1]);
      case "schedule" -> schedule(line.strip().substring("schedule".length()).strip());
      case "status" -> new Status();
      case "quit", "exit" -> new Quit();
      case "", "help", "?" -> new Help();
      default -> new Mistake("unknown command: " + words[0]);
    };
  }

  private static ConsoleCommand plug(String[] words) {
    if (words.length == 2) {
      Optional<Appliance> appliance = Appliance.ofHousehold(words[1]);
      return appliance.isPresent()
          ? new Plug(appliance.get())
          : new Mistake("there is no " + words[1] + "; give its watts: plug NAME WATTS [PF]");
    }
    if (words.length < 2 || words.length > 4) {
      return new Mistake("plug what? plug NAME [WATTS [PF]]");
    }
    try {
      double factor = words.length == 4 ? Double.parseDouble(words[3]) : 1;
      int permille = (int) Math.round(factor * 1000);
      return new Plug(new Appliance(words[1], Integer.parseInt(words[2]), permille));
    } catch (NumberFormatException e) {
      return new Mistake("watts and power factor must be numbers");
    } catch (IllegalArgumentException e) {
      return new Mistake(String.valueOf(e.getMessage()));
    }
  }

  private static ConsoleCommand schedule(String text) {
    if (text.isEmpty()) {
      return new Mistake(
          "schedule what? schedule Europe/Berlin; mon-fri 06:30 on, or schedule none");
    }
    return switch (ScheduleText.read(text.equals("none") ? "" : text)) {
      case ScheduleText.Understood(Schedule schedule) -> new SetSchedule(schedule);
      case ScheduleText.Misfit(String sentence) -> new Mistake(sentence);
    };
  }

  private static ConsoleCommand press(String seconds) {
    try {
      double held = Double.parseDouble(seconds);
      return held > 0 && held <= LONGEST_PRESS.toSeconds()
          ? new Press(Duration.ofMillis(Math.round(held * 1000)))
          : new Mistake("a press lasts up to " + LONGEST_PRESS.toSeconds() + " seconds");
    } catch (NumberFormatException e) {
      return new Mistake("press how long? press [SECONDS]");
    }
  }
}
