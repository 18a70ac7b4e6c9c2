package io.sockettwin.service.access.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2Test {
  /// From the reference implementation's own tests (phc-winner-argon2, test.c).
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void readsWhatTheReferenceImplementationWrites() {
    assertThat(Argon2.fits("password", REFERENCE)).isTrue();
    assertThat(Argon2.fits("Password", REFERENCE)).isFalse();
  }

  @Test
  void theSamePasswordIsNeverStoredTheSameWay() {
    String once = Argon2.hash("correct horse");
    String twice = Argon2.hash("correct horse");
    assertThat(once).isNotEqualTo(twice).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Argon2.fits("correct horse", once)).isTrue();
    assertThat(Argon2.fits("correct horse", twice)).isTrue();
    assertThat(Argon2.fits("correct house", once)).isFalse();
  }

  @Test
  void anythingElseInItsPlaceIsOurOwnFault() {
    assertThatThrownBy(() -> Argon2.fits("correct horse", "correct horse"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("horse");
  }
}
