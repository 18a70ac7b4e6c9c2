package io.sockettwin.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
  private static final Where BERLIN = new Where(ZoneId.of("Europe/Berlin"), null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 7 * * *          | 2026-03-01T06:00:00Z, 2026-03-02T06:00:00Z",
        "30 6,18 * * MON-FRI| 2026-03-02T05:30:00Z, 2026-03-02T17:30:00Z",
        "0 9 * * 7          | 2026-03-01T08:00:00Z, 2026-03-08T08:00:00Z",
        "0 9 * * fri-sun    | 2026-03-01T08:00:00Z, 2026-03-06T08:00:00Z",
        "15/20 3 * * *      | 2026-03-01T02:15:00Z, 2026-03-01T02:35:00Z",
        "0 12 1 * *         | 2026-03-01T11:00:00Z, 2026-04-01T10:00:00Z",
        "0 0 29 2 *         | 2028-02-28T23:00:00Z, 2032-02-28T23:00:00Z",
        "0 8 13 * FRI       | 2026-03-06T07:00:00Z, 2026-03-13T07:00:00Z",
        "0 0 1 jan *        | 2026-12-31T23:00:00Z, 2027-12-31T23:00:00Z",
        "*/30 1-2 1 3 *     | 2026-03-01T00:00:00Z, 2026-03-01T00:30:00Z",
      })
  void comesTrueWhenItsFieldsSay(String text, String expected) {
    List<Instant> times = Stream.of(expected.split(", ")).map(Instant::parse).toList();
    assertThat(firstAfter(text, Instant.parse("2026-02-28T23:00:00Z"), times.size()))
        .isEqualTo(times);
  }

  @Test
  void followsElapsedTimeWhenItGoesByEveryHour() {
    assertThat(firstAfter("30 * * * *", Instant.parse("2026-10-25T00:00:00Z"), 3))
        .extracting(Instant::toString)
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
  }

  @Test
  void happensOnceWhenItsHourComesTwice() {
    assertThat(firstAfter("30 2 * * *", Instant.parse("2026-10-24T12:00:00Z"), 2))
        .extracting(Instant::toString)
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void movesOnWithTheClocksWhenItsHourIsLeftOut() {
    assertThat(firstAfter("30 2 * * *", Instant.parse("2026-03-28T12:00:00Z"), 2))
        .extracting(Instant::toString)
        .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void neverHappensOnADayThatDoesNotExist() {
    assertThat(firstAfter("0 0 30 2 *", Instant.parse("2026-03-01T00:00:00Z"), 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''              | needs five fields: minute, hour, day of month, month and day of week",
        "0 7 * *         | needs five fields: minute, hour, day of month, month and day of week",
        "0 0 7 * * *     | needs five fields: minute, hour, day of month, month and day of week",
        "60 7 * * *      | minute: 60 is not within 0 to 59",
        "0 24 * * *      | hour: 24 is not within 0 to 23",
        "0 7 0 * *       | day of month: 0 is not within 1 to 31",
        "0 7 * 13 *      | month: 13 is not within 1 to 12",
        "0 7 * * 8       | day of week: 8 is not within 0 to 6",
        "0 7 * * MONDAY  | day of week: \"MONDAY\" cannot be read",
        "0 20-7 * * *    | hour: 20-7 runs backwards",
        "*/0 7 * * *     | minute: a step must be 1 to 59, not 0",
        "*/ 7 * * *      | minute: \"\" cannot be read",
        "5, 7 * * *      | minute: \"\" cannot be read",
        "-5 7 * * *      | minute: \"\" cannot be read",
        "1e1 7 * * *     | minute: \"1e1\" cannot be read",
        "99999999999 7 * * * | minute: \"99999999999\" cannot be read",
        "@daily          | needs five fields: minute, hour, day of month, month and day of week",
      })
  void saysWhatCannotBeRead(String text, String reason) {
    assertThat(ParsedCron.parse(text)).isEqualTo(new ParsedCron.Invalid(reason));
  }

  @Test
  void refusesMoreThanAnybodyWouldWrite() {
    String minutes = "0" + ",0".repeat(CronParser.MAX_LENGTH / 2);
    assertThat(ParsedCron.parse(minutes + " 7 * * *"))
        .isEqualTo(new ParsedCron.Invalid("must not be longer than 200 characters"));
  }

  private static List<Instant> firstAfter(String text, Instant after, int count) {
    TimeRule rule = new TimeRule.ByCron(valid(text));
    Occurrences occurrences =
        new Occurrences(BERLIN, (event, date, place, zone) -> Optional.empty());
    Instant justBefore = after.minusNanos(1);
    return Stream.iterate(
            occurrences.next(rule, justBefore),
            Optional::isPresent,
            it -> occurrences.next(rule, it.orElseThrow()))
        .limit(count)
        .map(Optional::orElseThrow)
        .toList();
  }

  static Cron valid(String text) {
    return switch (ParsedCron.parse(text)) {
      case ParsedCron.Valid(Cron cron) -> cron;
      case ParsedCron.Invalid(String reason) -> throw new AssertionError(text + ": " + reason);
    };
  }
}
