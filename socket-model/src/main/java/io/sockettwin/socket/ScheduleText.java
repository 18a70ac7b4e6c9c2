package io.sockettwin.socket;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
      WeeklyTimer timer = Words.timer(part.toLowerCase(Locale.ROOT));
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
    return Stream.concat(zone, schedule.timers().stream().map(Words::of))
        .collect(Collectors.joining("; "));
  }

  /// The words of one timer.
  final class Words {

    private static final String DAILY = "daily";
    private static final Pattern TIMER =
        Pattern.compile("([a-z,-]+)\\s+(\\d\\d:\\d\\d(?::\\d\\d)?)\\s+(on|off)(\\s+paused)?");

    /// Shorter runs of days are clearer as a list.
    private static final int SHORTEST_RANGE = 3;

    private Words() {}

    private static @Nullable WeeklyTimer timer(String text) {
      Matcher words = TIMER.matcher(text);
      if (!words.matches()) {
        return null;
      }
      Set<DayOfWeek> days = days(words.group(1));
      try {
        LocalTime at = LocalTime.parse(words.group(2));
        boolean enabled = words.group(4) == null;
        return days.isEmpty()
            ? null
            : new WeeklyTimer(days, at, words.group(3).equals("on"), enabled);
      } catch (DateTimeException e) {
        return null;
      }
    }

    /// No day at all if any of them is unknown.
    private static Set<DayOfWeek> days(String text) {
      if (text.equals(DAILY)) {
        return EnumSet.allOf(DayOfWeek.class);
      }
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (String range : text.split(",", -1)) {
        String[] ends = range.split("-", -1);
        DayOfWeek day = day(ends[0]);
        DayOfWeek last = day(ends[ends.length - 1]);
        if (day == null || last == null || ends.length > 2) {
          return Set.of();
        }
        days.add(last);
        for (; day != last; day = day.plus(1)) {
          days.add(day);
        }
      }
      return days;
    }

    private static @Nullable DayOfWeek day(String name) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (name(day).equals(name)) {
          return day;
        }
      }
      return null;
    }

    private static String of(WeeklyTimer timer) {
      String state = (timer.on() ? " on" : " off") + (timer.enabled() ? "" : " paused");
      return days(timer.days()) + " " + timer.at() + state;
    }

    private static String days(Set<DayOfWeek> days) {
      if (days.size() == DayOfWeek.values().length) {
        return DAILY;
      }
      List<String> ranges = new ArrayList<>();
      List<DayOfWeek> sorted = days.stream().sorted().toList();
      for (int i = 0; i < sorted.size(); ) {
        int end = i;
        while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end).plus(1)) {
          end++;
        }
        boolean isRange = end - i + 1 >= SHORTEST_RANGE;
        ranges.add(name(sorted.get(i)) + (isRange ? "-" + name(sorted.get(end)) : ""));
        i = isRange ? end + 1 : i + 1;
      }
      return String.join(",", ranges);
    }

    private static String name(DayOfWeek day) {
      return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
  }
}
