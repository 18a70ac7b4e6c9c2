package io.sockettwin.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.timer.Cron;
import io.sockettwin.timer.Occurrences;
import io.sockettwin.timer.ParsedCron;
import io.sockettwin.timer.TimeRule;
import io.sockettwin.timer.Where;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Instant SEVEN = Instant.parse("2026-11-25T07:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-11-26T07:00:00Z");

  @Test
  void aNearMomentIsDueAndTheNextOneFollows() {
    assertThat(turn("0 7 * * *", SEVEN, SEVEN.minusSeconds(3)))
        .isEqualTo(new Turn(SEVEN, null, TOMORROW));
  }

  @Test
  void aMomentWithinItsGraceIsStillDue() {
    assertThat(turn("0 7 * * *", SEVEN, SEVEN.plus(GRACE)))
        .isEqualTo(new Turn(SEVEN, null, TOMORROW));
  }

  @Test
  void aMomentPastItsGraceIsMissed() {
    assertThat(turn("0 7 * * *", SEVEN, SEVEN.plus(GRACE).plusMillis(1)))
        .isEqualTo(new Turn(null, SEVEN, TOMORROW));
  }

  @Test
  void ofManyMissedMomentsOnlyTheLastIsDue() {
    Instant later = Instant.parse("2026-11-25T09:30:30Z");
    assertThat(turn("* * * * *", SEVEN, later))
        .isEqualTo(
            new Turn(
                Instant.parse("2026-11-25T09:30:00Z"),
                SEVEN,
                Instant.parse("2026-11-25T09:31:00Z")));
  }

  @Test
  void aSingleMomentHasNoNextOne() {
    TimeRule once = new TimeRule.Once(LocalDateTime.parse("2026-11-25T07:00"));
    assertThat(Turn.of(utc(), once, SEVEN, SEVEN, GRACE)).isEqualTo(new Turn(SEVEN, null, null));
  }

  @Test
  void aMomentThatIsNoneAnyMoreIsSetAnewWithoutFiring() {
    Instant moved = SEVEN.plusSeconds(1);
    assertThat(turn("0 7 * * *", moved, moved)).isEqualTo(new Turn(null, null, TOMORROW));
  }

  private static Turn turn(String cron, Instant nextAt, Instant now) {
    return Turn.of(utc(), new TimeRule.ByCron(cron(cron)), nextAt, now, GRACE);
  }

  private static Cron cron(String text) {
    return ((ParsedCron.Valid) ParsedCron.parse(text)).cron();
  }

  private static Occurrences utc() {
    return new Occurrences(
        new Where(ZoneId.of("UTC"), null), (event, date, place, zone) -> Optional.empty());
  }
}
