package io.sockettwin.service.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00.123456Z");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

  @Test
  void comesBackAsItWentOut() {
    Cursor there = Cursor.at(AT, ID, 9_000_000_000L, "厨房");
    Cursor back = Cursor.parse(there.text(), 4);
    assertThat(back.instant(0)).isEqualTo(AT);
    assertThat(back.uuid(1)).isEqualTo(ID);
    assertThat(back.number(2)).isEqualTo(9_000_000_000L);
    assertThat(back.text(3)).isEqualTo("厨房");
  }

  @Test
  void isRefusedInAnotherList() {
    String two = Cursor.at("a", "b").text();
    assertThatThrownBy(() -> Cursor.parse(two, 3)).isInstanceOf(Refused.class);
    Cursor words = Cursor.parse(two, 2);
    assertThatThrownBy(() -> words.instant(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> words.uuid(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> words.number(0)).isInstanceOf(Refused.class);
  }

  @Test
  void isRefusedWhenTheDatabaseCouldNotTakeIt() {
    String zero = Base64.getUrlEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Cursor.parse(zero, 1)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Cursor.parse("not base64!", 1)).isInstanceOf(Refused.class);
  }
}
