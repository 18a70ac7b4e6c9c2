package io.sockettwin.service.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

  private final Seal seal = new Seal(new byte[32]);

  @Test
  void opensWhatItSealed() {
    assertThat(seal.open(seal.seal(SECRET, "device A/b"), "device A/b")).isEqualTo(SECRET);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(seal.seal(SECRET, "a")).isNotEqualTo(seal.seal(SECRET, "a"));
  }

  @Test
  void doesNotContainTheSecret() {
    assertThat(new String(seal.seal(SECRET, "a"), StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET);
  }

  @Test
  void doesNotOpenForAnotherOwnerNorWithAnotherKeyNorWhenChanged() {
    byte[] sealed = seal.seal(SECRET, "device A/b");
    assertThatThrownBy(() -> seal.open(sealed, "device A/c"))
        .isInstanceOf(IllegalStateException.class);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    assertThatThrownBy(() -> new Seal(otherKey).open(sealed, "device A/b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(SECRET);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open(sealed, "device A/b"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAKeyOfTheWrongLengthWithoutShowingIt() {
    String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
    assertThatThrownBy(() -> SealKey.parse(shortKey, "sockettwin.seal.key"))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("sockettwin.seal.key")
        .hasMessageNotContaining(shortKey);
  }
}
