package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.kind.WeChatTemplate.Content;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeChatTest {
  private static final WeChatTemplate TEMPLATE =
      new WeChatTemplate(
          "template-1",
          Map.of(
              "thing1", Content.TEXT,
              "thing2", Content.TITLE,
              "time3", Content.TIME,
              "phrase4", Content.SEVERITY,
              "character_string5", Content.DEVICE),
          ZoneId.of("Asia/Shanghai"),
          "https://example.org/panel");

  @Test
  void fillsTheFieldsOfTheTemplate() {
    Message told = Told.one(Language.ZH);
    Message message =
        new Message(told.id(), new Recipient(1, "openid-1", Language.ZH, null), told.notices());
    assertThat(TEMPLATE.encode(message))
        .isEqualTo(
            Told.json(
                """
                {"touser":"openid-1","template_id":"template-1","client_msg_id":"message-1",
                 "url":"https://example.org/panel","data":{
                  "thing1":{"value":"插座已断开。"},"thing2":{"value":"过载：alarm-1"},
                  "time3":{"value":"2026-11-25 14:59"},"phrase4":{"value":"紧急"},
                  "character_string5":{"value":"kitchen"}}}
                """));
  }

  @Test
  void keepsWithinTheLimitsOfTheFields() {
    String thing = TEMPLATE.encode(Told.one(Language.EN)).at("/data/thing1/value").asText();
    assertThat(thing).isEqualTo("The socket has swit…").hasSize(20);
  }
}
