package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// When a flow applies. What a condition asks of a device that is not known does not hold.
public sealed interface Condition {

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  record Compare(Field field, Relation relation, Value value) implements Condition {}

  /// Holds for the one report in which the property has another value than before.
  record Changed(String property) implements Condition {}

  /// Whether the device is connected.
  record Connected(boolean online) implements Condition {}

  /// The device is connected, but nothing was heard of it for so long.
  record Silent(Duration time) implements Condition {}

  /// The condition has held all the time for so long.
  record Held(Condition condition, Duration time) implements Condition {}

  /// The condition came true so often within the window.
  record Times(Condition condition, int count, Duration window) implements Condition {}

  /// Holds from the one condition until the other: hysteresis.
  record Latch(Condition from, Condition until) implements Condition {}

  /// The change of the property during `per`, or in proportion if reports are rarer.
  record Rate(String property, Relation relation, double amount, Duration per)
      implements Condition {}

  /// By how much a counter rose since the day or month began, times a price.
  record Gained(String property, Span span, ZoneId zone, double price, double limit)
      implements Condition {
    /// A piece of the calendar.
    public enum Span {
      DAY,
      MONTH
    }
  }

  /// The time of day lies between the two, from one day to the next if the first is the later one.
  ///
  /// @param days on which it begins
  record Hours(LocalTime from, LocalTime until, Set<DayOfWeek> days, ZoneId zone)
      implements Condition {
    public Hours {
      days = Set.copyOf(days);
    }
  }

  /// A formula.
  ///
  /// @param text what the user wrote
  record Expression(String text, Formula formula) implements Condition {}

  /// Whether it holds only in the moment of an input, and so has no duration.
  default boolean isMomentary() {
    return switch (this) {
      case All(var parts) -> parts.stream().anyMatch(Condition::isMomentary);
      case Any(var parts) -> parts.stream().anyMatch(Condition::isMomentary);
      case Compare(Field field, var _, var _) -> field instanceof Field.Param;
      case Changed _ -> true;
      case Connected _, Silent _, Held _, Times _, Latch _, Rate _, Gained _, Hours _ -> false;
      case Expression _ -> false;
    };
  }
}
