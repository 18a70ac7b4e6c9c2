package io.sockettwin.service.push.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.kind.Outcome;
import io.sockettwin.service.push.outbox.Settlement.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What follows from failures.
class BreakerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Breaker failing(int times) {
    Breaker breaker = Breaker.CLOSED;
    for (int i = 0; i < times; i++) {
      breaker = breaker.failed(NOW, null);
    }
    return breaker;
  }

  @Test
  void leavesAChannelAloneThatFailsAgainAndAgain() {
    assertThat(failing(4).room(8, 0, NOW)).isEqualTo(8);
    assertThat(failing(5).room(8, 0, NOW)).isZero();
  }

  @Test
  void triesItWithOneMessageAfterAWhile() {
    Instant later = NOW.plus(Breaker.FIRST_PAUSE);
    assertThat(failing(5).room(8, 0, later)).isEqualTo(1);
    assertThat(failing(5).room(8, 1, later)).isZero();
    Breaker again = failing(5).failed(later, null);
    assertThat(again.room(8, 0, later.plus(Breaker.FIRST_PAUSE))).isZero();
    assertThat(again.room(8, 0, later.plus(Breaker.FIRST_PAUSE.multipliedBy(2)))).isEqualTo(1);
    assertThat(failing(60).openUntil()).isEqualTo(NOW.plus(Breaker.LAST_PAUSE));
  }

  @Test
  void heedsWhatTheChannelAsksFor() {
    Breaker asked = Breaker.CLOSED.failed(NOW, Duration.ofMinutes(1));
    assertThat(asked.room(8, 0, NOW.plusSeconds(59))).isZero();
    assertThat(asked.room(8, 0, NOW.plusSeconds(60))).isEqualTo(8);
    assertThat(asked.failed(NOW.plusSeconds(1), null).openUntil()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void retriesLaterAndLaterAndNeverTogether() {
    Random random = new Random(1);
    for (int attempt = 1; attempt < 40; attempt++) {
      Duration wait = Retry.wait(attempt, null, random);
      assertThat(wait).isLessThanOrEqualTo(Retry.LAST);
      assertThat(wait)
          .isGreaterThanOrEqualTo(
              Duration.ofMillis(Math.min(500L << Math.min(attempt - 1, 20), 300_000)));
    }
    assertThat(Retry.wait(1, Duration.ofMinutes(3), random)).hasMinutes(3);
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    Outcome later = new Outcome.Later("status 500");
    Random random = new Random(1);
    assertThat(Settlement.of(later, 14, 15, NOW, random).state()).isEqualTo(State.WAITING);
    assertThat(Settlement.of(later, 15, 15, NOW, random).state()).isEqualTo(State.DEAD);
    assertThat(Settlement.of(new Outcome.Never("no"), 1, 15, NOW, random).failure())
        .isEqualTo("no");
    assertThat(Settlement.of(new Outcome.Gone("left"), 1, 15, NOW, random).recipientGone())
        .isTrue();
  }
}
