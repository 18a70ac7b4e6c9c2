package io.sockettwin.service.access.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final WrongKeys wrong = new WrongKeys(2);

  @Test
  void turnsAnAddressAwayAtTheLimit() {
    wrong.note("a", NOW);
    assertThat(wrong.tooMany("a", NOW)).isFalse();
    wrong.note("a", NOW);
    assertThat(wrong.tooMany("a", NOW)).isTrue();
    assertThat(wrong.tooMany("b", NOW)).isFalse();
  }

  @Test
  void forgivesAfterTheWindow() {
    wrong.note("a", NOW);
    wrong.note("a", NOW);
    assertThat(wrong.tooMany("a", NOW.plus(WrongKeys.WINDOW).minusMillis(1))).isTrue();
    assertThat(wrong.tooMany("a", NOW.plus(WrongKeys.WINDOW))).isFalse();
  }

  @Test
  void forgetsTheOldestAddressWhenTooManyMisbehave() {
    wrong.note("first", NOW);
    wrong.note("first", NOW);
    for (int i = 0; i < WrongKeys.MAX_ADDRESSES; i++) {
      wrong.note("address " + i, NOW);
    }
    assertThat(wrong.tooMany("first", NOW)).isFalse();
  }
}
