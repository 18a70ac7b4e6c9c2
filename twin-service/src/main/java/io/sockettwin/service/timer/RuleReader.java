package io.sockettwin.service.timer;

import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.timer.ParsedCron;
import io.sockettwin.timer.SunEvent;
import io.sockettwin.timer.TimeRule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one rule: each kind has fields of its own, and takes no others.
final class RuleReader {
  private final RuleDraft draft;
  private final List<Flaw> flaws = new ArrayList<>();

  RuleReader(RuleDraft draft) {
    this.draft = draft;
  }

  ReadRule read() {
    TimeRule rule =
        switch (draft.kind()) {
          case ONCE -> once();
          case DAILY -> daily();
          case WEEKLY -> weekly();
          case CRON -> cron();
          case SUN -> sun();
        };
    return rule != null && flaws.isEmpty() ? new ReadRule.Valid(rule) : new ReadRule.Invalid(flaws);
  }

  private @Nullable TimeRule once() {
    allowOnly("at");
    LocalDateTime at = at(LocalDateTime::parse, "2026-12-24T18:00");
    return at == null ? null : new TimeRule.Once(at);
  }

  private @Nullable TimeRule daily() {
    allowOnly("at");
    LocalTime at = at(LocalTime::parse, "07:00");
    return at == null ? null : new TimeRule.Weekly(TimeRule.EVERY_DAY, at);
  }

  private @Nullable TimeRule weekly() {
    allowOnly("at", "days");
    LocalTime at = at(LocalTime::parse, "07:00");
    Set<DayOfWeek> days = days(draft.days() == null ? List.of() : draft.days());
    return at == null || days.isEmpty() ? null : new TimeRule.Weekly(days, at);
  }

  private @Nullable TimeRule cron() {
    allowOnly("cron");
    return switch (ParsedCron.parse(Objects.requireNonNullElse(draft.cron(), ""))) {
      case ParsedCron.Valid(var cron) -> new TimeRule.ByCron(cron);
      case ParsedCron.Invalid(String reason) -> {
        flaw("cron", reason);
        yield null;
      }
    };
  }

  private @Nullable TimeRule sun() {
    allowOnly("event", "offsetMinutes", "days");
    int minutes = draft.offsetMinutes() == null ? 0 : draft.offsetMinutes();
    long most = TimeRule.Sun.MAX_OFFSET.toMinutes();
    if (Math.abs((long) minutes) > most) {
      flaw("offsetMinutes", "must be -%d to %d".formatted(most, most));
    }
    Set<DayOfWeek> days = draft.days() == null ? TimeRule.EVERY_DAY : days(draft.days());
    SunEvent event = named(SunEvent.class, Objects.requireNonNullElse(draft.event(), ""));
    if (event == null) {
      flaw("event", "must be sunrise or sunset");
    }
    return event == null || !flaws.isEmpty()
        ? null
        : new TimeRule.Sun(event, Duration.ofMinutes(minutes), days);
  }

  private Set<DayOfWeek> days(List<String> names) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String name : names) {
      DayOfWeek day = named(DayOfWeek.class, name);
      if (day == null) {
        flaw("days", "\"" + name + "\" is no day of the week");
      } else {
        days.add(day);
      }
    }
    if (names.isEmpty()) {
      flaw("days", "must name a day of the week at least");
    }
    return days;
  }

  /// In any case of letters.
  private static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
    return EnumSet.allOf(type).stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .findAny()
        .orElse(null);
  }

  private <T> @Nullable T at(Function<String, T> parse, String example) {
    try {
      return parse.apply(Objects.requireNonNullElse(draft.at(), ""));
    } catch (DateTimeException e) {
      flaw("at", "must be a time such as " + example);
      return null;
    }
  }

  private void allowOnly(String... names) {
    Set<String> allowed = Set.of(names);
    refuse("at", draft.at(), allowed);
    refuse("days", draft.days(), allowed);
    refuse("cron", draft.cron(), allowed);
    refuse("event", draft.event(), allowed);
    refuse("offsetMinutes", draft.offsetMinutes(), allowed);
  }

  private void refuse(String name, @Nullable Object value, Set<String> allowed) {
    if (value != null && !allowed.contains(name)) {
      flaw(name, "does not belong to this kind of rule");
    }
  }

  private void flaw(String name, String message) {
    flaws.add(new Flaw("rule." + name, message));
  }
}
