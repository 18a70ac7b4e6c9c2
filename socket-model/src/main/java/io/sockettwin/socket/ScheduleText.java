package io.sockettwin.socket;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A schedule as people and the cloud write it: where its clocks are, then the timers, between
/// semicolons or one a line.
///
///     Europe/Berlin; mon-fri 06:30 on; sat,sun 08:00 on; daily 23:00 off paused
public sealed interface ScheduleText {

  /// Sixteen timers at their longest, and a zone.
  int MAX_CHARACTERS = 768;

  record Understood(Schedule schedule) implements ScheduleText {}

  /// The sentence holds nothing of what was written.
  record Misfit(String sentence) implements ScheduleText {}

  /// Reads a schedule; nothing at all is one without timers. What follows a # in a line is ignored.
  static ScheduleText read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return new Misfit("a schedule has at most " + MAX_CHARACTERS + " characters");
    }
    List<String> parts =
        text.lines()
            .map(line -> line.replaceFirst("#.*", ""))
            .flatMap(line -> Stream.of(line.split(";")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
    ZoneId zone = Schedule.NONE.zone();
    if (!parts.isEmpty() && parts.getFirst().split("\\s").length == 1) {
      try {
        zone = ZoneId.of(parts.removeFirst());
      } catch (DateTimeException e) {
        return new Misfit("a time zone is written like Europe/Berlin or +02:00");
      }
    }
    if (parts.size() > Schedule.MAX_TIMERS) {
      return new Misfit("there is room for " + Schedule.MAX_TIMERS + " timers");
    }
    List<WeeklyTimer> timers = new ArrayList<>();
    for (String part : parts) {
      WeeklyTimer timer = TimerText.read(part.toLowerCase(Locale.ROOT));
      if (timer == null) {
        int number = timers.size() + 1;
        return new Misfit("timer " + number + " must be like mon-fri 06:30 on");
      }
      timers.add(timer);
    }
    return new Understood(new Schedule(zone, timers));
  }

  /// The text that reads as this schedule; empty for none.
  static String write(Schedule schedule) {
    Stream<String> zone =
        schedule.zone().equals(Schedule.NONE.zone())
            ? Stream.empty()
            : Stream.of(schedule.zone().getId());
    return Stream.concat(zone, schedule.timers().stream().map(TimerText::write))
        .collect(Collectors.joining("; "));
  }
}
