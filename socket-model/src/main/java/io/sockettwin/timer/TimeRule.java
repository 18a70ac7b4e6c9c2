package io.sockettwin.timer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/// When something is to happen, by the clocks of a place.
public sealed interface TimeRule {

  /// All seven, as of a rule that goes by the hour alone.
  Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

  /// A single time.
  record Once(LocalDateTime at) implements TimeRule {}

  /// At the same time on some days of each week.
  record Weekly(Set<DayOfWeek> days, LocalTime at) implements TimeRule {
    public Weekly {
      days = someOf(days);
    }
  }

  /// As a cron expression says.
  record ByCron(Cron cron) implements TimeRule {}

  /// At sunrise or sunset on some days of each week, or so long after; before, if negative. On a
  /// day without such a moment, in the far north or south, it does not happen.
  record Sun(SunEvent event, Duration offset, Set<DayOfWeek> days) implements TimeRule {

    /// Half a day either way covers every hour of it.
    public static final Duration MAX_OFFSET = Duration.ofHours(12);

    public Sun {
      days = someOf(days);
      if (offset.abs().compareTo(MAX_OFFSET) > 0) {
        throw new IllegalArgumentException("offset " + offset);
      }
    }
  }

  private static Set<DayOfWeek> someOf(Set<DayOfWeek> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a rule without days");
    }
    return Set.copyOf(days);
  }
}
