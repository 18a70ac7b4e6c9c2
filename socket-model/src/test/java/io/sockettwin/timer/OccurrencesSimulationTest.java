package io.sockettwin.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random rules against an oracle that walks through every minute and looks at the clock on the
/// wall.
class OccurrencesSimulationTest {
  private static final int DAYS = 400;
  private static final int RULES = 50;

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-02-01",
    "America/New_York, 2027-01-01",
    "Australia/Lord_Howe, 2026-06-01",
    "America/Sao_Paulo, 2018-01-01",
    "Pacific/Apia, 2011-06-01",
    "Africa/Casablanca, 2026-01-01",
    "Asia/Shanghai, 2028-01-01",
  })
  void comesTrueExactlyWhenTheClockOnTheWallSays(String zoneName, String firstDay) {
    ZoneId zone = ZoneId.of(zoneName);
    Instant begin = LocalDateTime.parse(firstDay + "T00:00").atZone(zone).toInstant();
    Instant end = begin.plus(Duration.ofDays(DAYS));
    List<Drawn> rules =
        IntStream.range(0, RULES).mapToObj(seed -> Drawn.from(new Random(seed))).toList();
    List<List<Instant>> walked = walked(rules, zone, begin, end);
    for (int seed = 0; seed < RULES; seed++) {
      TimeRule rule = rules.get(seed).rule;
      assertThat(computed(rule, zone, begin, end))
          .as("%s, seed %d: %s", zone, seed, rule)
          .isEqualTo(walked.get(seed));
    }
  }

  private static List<Instant> computed(TimeRule rule, ZoneId zone, Instant begin, Instant end) {
    Occurrences occurrences =
        new Occurrences(new Where(zone, null), (event, date, place, it) -> Optional.empty());
    List<Instant> times = new ArrayList<>();
    Optional<Instant> next = occurrences.next(rule, begin);
    while (next.isPresent() && !next.get().isAfter(end)) {
      times.add(next.get());
      next = occurrences.next(rule, next.get());
    }
    return times;
  }

  /// A clock that is put forward goes on showing the old time until it has shown all that was left
  /// out; what a clock that is put back shows again was seen already.
  private static List<List<Instant>> walked(
      List<Drawn> rules, ZoneId zone, Instant begin, Instant end) {
    List<List<Instant>> times =
        rules.stream().map(it -> (List<Instant>) new ArrayList<Instant>()).toList();
    Set<LocalDateTime> seen = new HashSet<>();
    LocalDateTime leftOutUntil = LocalDateTime.MIN;
    Instant at = begin.minus(2, ChronoUnit.DAYS);
    ZoneOffset before = zone.getRules().getOffset(at);
    ZoneOffset old = before;
    for (; !at.isAfter(end); at = at.plus(1, ChronoUnit.MINUTES)) {
      ZoneOffset offset = zone.getRules().getOffset(at);
      LocalDateTime shown = LocalDateTime.ofInstant(at, offset);
      if (offset.getTotalSeconds() > before.getTotalSeconds()) {
        old = before;
        leftOutUntil = shown;
      }
      before = offset;
      LocalDateTime byTheOldTime = LocalDateTime.ofInstant(at, old);
      boolean leftOut = byTheOldTime.isBefore(leftOutUntil);
      boolean first = seen.add(shown);
      for (int i = 0; i < rules.size() && at.isAfter(begin); i++) {
        Drawn drawn = rules.get(i);
        boolean counts = first || drawn.everyHour;
        boolean lateOne = leftOut && !drawn.everyHour && drawn.matches.test(byTheOldTime);
        if (lateOne || (counts && drawn.matches.test(shown))) {
          times.get(i).add(at);
        }
      }
    }
    return times;
  }

  /// A rule, and what it means to somebody who looks at a clock.
  private record Drawn(TimeRule rule, Predicate<LocalDateTime> matches, boolean everyHour) {

    static Drawn from(Random random) {
      return random.nextBoolean() ? weekly(random) : cron(random);
    }

    private static Drawn weekly(Random random) {
      Set<DayOfWeek> days =
          IntStream.rangeClosed(0, random.nextInt(7))
              .mapToObj(i -> DayOfWeek.of(1 + random.nextInt(7)))
              .collect(Collectors.toSet());
      LocalTime at = LocalTime.of(random.nextInt(4), random.nextInt(60));
      return new Drawn(
          new TimeRule.Weekly(days, at),
          it -> it.toLocalTime().equals(at) && days.contains(it.getDayOfWeek()),
          false);
    }

    private static Drawn cron(Random random) {
      int minute = random.nextInt(60);
      int hour = random.nextInt(5) - 1;
      int dayOfMonth = Math.max(0, random.nextInt(60) - 28);
      int dayOfWeek = random.nextInt(14) - 7;
      String text =
          "%d %s %s * %s"
              .formatted(
                  minute,
                  hour < 0 ? "*" : hour,
                  dayOfMonth == 0 ? "*" : dayOfMonth,
                  dayOfWeek < 0 ? "*" : dayOfWeek);
      Predicate<LocalDateTime> byMonth = it -> it.getDayOfMonth() == dayOfMonth;
      Predicate<LocalDateTime> byWeek = it -> it.getDayOfWeek().getValue() % 7 == dayOfWeek;
      Predicate<LocalDateTime> day =
          dayOfMonth == 0 && dayOfWeek < 0
              ? it -> true
              : dayOfMonth == 0 ? byWeek : dayOfWeek < 0 ? byMonth : byMonth.or(byWeek);
      Predicate<LocalDateTime> time =
          it -> it.getMinute() == minute && (hour < 0 || it.getHour() == hour);
      return new Drawn(new TimeRule.ByCron(CronTest.valid(text)), day.and(time), hour < 0);
    }
  }
}
