package io.sockettwin.service.access.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final WrongPasswords wrong = new WrongPasswords();

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      wrong.wrong("li.na", NOW);
    }
  }

  @Test
  void aFewMistakesCostNothing() {
    guess(WrongPasswords.FREE);
    assertThat(wrong.wait("li.na", NOW)).isZero();
  }

  @Test
  void eachFurtherGuessDoublesTheWait() {
    guess(WrongPasswords.FREE + 1);
    assertThat(wrong.wait("li.na", NOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(wrong.wait("li.na", NOW.plusSeconds(30))).isZero();
    guess(1);
    assertThat(wrong.wait("li.na", NOW)).isEqualTo(Duration.ofSeconds(60));
    assertThat(wrong.wait("somebody.else", NOW)).isZero();
  }

  @Test
  void nobodyIsLockedOutForLong() {
    guess(1_000);
    assertThat(wrong.wait("li.na", NOW)).isEqualTo(WrongPasswords.LONGEST_WAIT);
  }

  @Test
  void theRightPasswordForgivesThem() {
    guess(WrongPasswords.FREE + 3);
    wrong.right("li.na");
    guess(1);
    assertThat(wrong.wait("li.na", NOW)).isZero();
  }

  @Test
  void remembersNoMoreNamesThanItsBound() {
    guess(WrongPasswords.FREE + 1);
    for (int i = 0; i < WrongPasswords.MAX_NAMES; i++) {
      wrong.wrong("name" + i, NOW);
    }
    assertThat(wrong.wait("li.na", NOW)).isZero();
  }
}
