package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import org.junit.jupiter.api.Test;

class MessageTest {
  @Test
  void speaksTheRecipientsLanguage() {
    assertThat(Told.one(Language.EN).title()).isEqualTo("Overload: alarm-1");
    assertThat(Told.one(Language.ZH).title()).isEqualTo("过载：alarm-1");
    assertThat(Told.one(Language.ZH).text()).isEqualTo("插座已断开。");
  }

  @Test
  void tellsManyNoticesInOneText() {
    Message digest = Told.digest(Language.EN, 18);
    assertThat(digest.title()).isEqualTo("18 notices, 9 critical");
    assertThat(digest.text().lines()).hasSize(16).endsWith("… and 3 more");
    assertThat(digest.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(Told.digest(Language.ZH, 18).title()).isEqualTo("18 条通知，其中 9 条紧急");
  }

  @Test
  void isKnownByItsNoticeOrAsADigestByItself() {
    assertThat(Told.one(Language.EN).key()).isEqualTo("alarm-1");
    assertThat(Told.digest(Language.EN, 2).key()).isEqualTo("message-1");
  }

  @Test
  void cutsTextsWithoutBreakingCharacters() {
    assertThat(Cut.bytes("插座", 6)).isEqualTo("插座");
    assertThat(Cut.bytes("插座断", 8)).isEqualTo("插…");
    assertThat(Cut.bytes("a🔌🔌", 8)).isEqualTo("a🔌…");
    assertThat(Cut.characters("🔌🔌🔌", 2)).isEqualTo("🔌…");
  }

  @Test
  void takesTextsFromDevicesAsTheyAre() {
    Texts texts = new Texts("a\u0000b\nc\ud83d", "x".repeat(2_000));
    assertThat(texts.en()).isEqualTo("a b\nc\uFFFD");
    assertThat(texts.zh()).hasSize(Texts.MAX_LENGTH).endsWith("…");
  }
}
