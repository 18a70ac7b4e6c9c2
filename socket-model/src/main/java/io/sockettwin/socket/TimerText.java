package io.sockettwin.socket;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One weekly timer as text: `mon-fri 06:30 on`, in small letters.
final class TimerText {

  private static final String DAILY = "daily";
  private static final Pattern TIMER =
      Pattern.compile("([a-z,-]+)\\s+(\\d\\d:\\d\\d(?::\\d\\d)?)\\s+(on|off)(\\s+paused)?");

  /// Shorter runs of days are clearer as a list.
  private static final int SHORTEST_RANGE = 3;

  private TimerText() {}

  /// Null for what is no timer.
  static @Nullable WeeklyTimer read(String text) {
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

  static String write(WeeklyTimer timer) {
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
