package io.sockettwin.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeviceKeyTest {
  @Test
  void splitsAClientIdAfterTheTenCharactersOfTheProduct() {
    assertThat(DeviceKey.parse("HRDG3CKWWZlamp-07_b.x:1"))
        .contains(new DeviceKey("HRDG3CKWWZ", "lamp-07_b.x:1"));
    assertThat(new DeviceKey("HRDG3CKWWZ", "a").clientId()).isEqualTo("HRDG3CKWWZa");
    assertThat(new DeviceKey("HRDG3CKWWZ", "a")).hasToString("HRDG3CKWWZ/a");
  }

  @Test
  void refusesIdentitiesThatBreakTheRules() {
    assertThat(DeviceKey.parse("")).isEmpty();
    assertThat(DeviceKey.parse("HRDG3CKWWZ")).isEmpty();
    assertThat(DeviceKey.parse("hrdg3ckwwzsocket001")).isEmpty();
    assertThat(DeviceKey.of("HRDG3CKWW", "socket001")).isEmpty();
    for (String name :
        new String[] {"", "a/b", "a+", "#", "a b", "ä", "a;b", "a\0", "x".repeat(49)}) {
      assertThat(DeviceKey.of("HRDG3CKWWZ", name)).as(name).isEmpty();
    }
    assertThat(DeviceKey.of("HRDG3CKWWZ", "x".repeat(48))).isPresent();
    assertThatThrownBy(() -> new DeviceKey("HRDG3CKWWZ", "a/b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
