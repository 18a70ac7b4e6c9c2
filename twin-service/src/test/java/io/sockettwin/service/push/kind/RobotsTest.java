package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.http.Request;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The robots of group chats, by the documents of their makers.
class RobotsTest {
  private static final WeCom WECOM = new WeCom("https://qyapi.weixin.qq.com", "key-1");
  private static final DingTalk DINGTALK =
      new DingTalk("https://oapi.dingtalk.com", "token-1", "SECabc");
  private static final Feishu FEISHU = new Feishu("https://open.feishu.cn", "hook-1", "secret-1");

  @Test
  void tellsWeCom() {
    Request request = WECOM.encode(Told.one(Language.EN), Told.NOW);
    assertThat(request.uri())
        .hasToString("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=key-1");
    assertThat(Told.json(request))
        .isEqualTo(
            Told.json(
                """
                {"msgtype":"text","text":{"content":
                  "Overload: alarm-1\\nThe socket has switched off."}}
                """));
  }

  @Test
  void keepsWithinWeComsLimitOfBytes() {
    Request request = WECOM.encode(Told.digest(Language.ZH, 500), Told.NOW);
    String content = Told.json(request).at("/text/content").asText();
    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
  }

  /// Timestamp and secret in two lines, signed with the secret; checked with `printf
  /// '1795590000000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64`.
  @Test
  void signsForDingTalk() {
    Request request = DINGTALK.encode(Told.one(Language.ZH), Told.NOW);
    assertThat(request.uri().getRawQuery())
        .isEqualTo(
            "access_token=token-1&timestamp=1795590000000&sign=GbnDUtFOki0ZetGUM29UOstwyOQiIpgzLbHh2NHOgBQ%3D");
    assertThat(Told.json(request).at("/text/content").asText()).isEqualTo("过载：alarm-1\n插座已断开。");
  }

  /// Nothing, signed with timestamp and secret in two lines; checked with `printf '' | openssl dgst
  /// -sha256 -hmac $'1795590000\nsecret-1' -binary | base64`.
  @Test
  void signsForFeishu() {
    Request request = FEISHU.encode(Told.one(Language.ZH), Told.NOW);
    assertThat(request.uri()).hasToString("https://open.feishu.cn/open-apis/bot/v2/hook/hook-1");
    assertThat(Told.json(request))
        .isEqualTo(
            Told.json(
                """
                {"timestamp":"1795590000","sign":"thoM++ls+LSSsFGn5Fk5Vsgqmj+pddEq3xh9IMSs3uU=",
                 "msg_type":"post","content":{"post":{"zh_cn":{"title":"过载：alarm-1",
                  "content":[[{"tag":"text","text":"插座已断开。"}]]}}}}
                """));
  }

  @Test
  void readsTheCodeInABodyThatComesWithStatus200() {
    assertThat(DINGTALK.judge(Told.answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}"), Told.NOW))
        .isEqualTo(new Outcome.Accepted(null));
    assertThat(
            DINGTALK.judge(
                Told.answer(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"), Told.NOW))
        .isEqualTo(new Outcome.Never("code 310000: sign not match"));
    assertThat(WECOM.judge(Told.answer(200, "{\"errcode\":93000,\"errmsg\":\"x\"}"), Told.NOW))
        .isInstanceOf(Outcome.Never.class);
    assertThat(FEISHU.judge(Told.answer(200, "{\"code\":0,\"msg\":\"success\"}"), Told.NOW))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(FEISHU.judge(Told.answer(200, "{\"code\":19021,\"msg\":\"sign\"}"), Told.NOW))
        .isInstanceOf(Outcome.Never.class);
  }

  @Test
  void waitsAMinuteWhenItHasToldTooMuch() {
    for (Outcome outcome :
        new Outcome[] {
          WECOM.judge(Told.answer(200, "{\"errcode\":45009,\"errmsg\":\"freq\"}"), Told.NOW),
          DINGTALK.judge(Told.answer(200, "{\"errcode\":130101,\"errmsg\":\"fast\"}"), Told.NOW),
          FEISHU.judge(Told.answer(400, "{\"code\":11232,\"msg\":\"frequency\"}"), Told.NOW),
        }) {
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(((Outcome.Later) outcome).after()).hasMinutes(1);
    }
  }

  @Test
  void doesNotTakeAnyPageForSuccess() {
    assertThat(WECOM.judge(Told.answer(200, "<html>Sign in</html>"), Told.NOW))
        .isInstanceOf(Outcome.Later.class);
    assertThat(WECOM.judge(Told.answer(502, "<html>"), Told.NOW)).isInstanceOf(Outcome.Later.class);
    assertThat(WECOM.judge(Told.answer(404, ""), Told.NOW)).isInstanceOf(Outcome.Never.class);
  }

  @Test
  void hidesSecretsFromLogs() {
    assertThat("" + WECOM + DINGTALK + FEISHU + DINGTALK.encode(Told.one(Language.EN), Told.NOW))
        .doesNotContain("key-1")
        .doesNotContain("token-1")
        .doesNotContain("SECabc")
        .doesNotContain("secret-1");
  }
}
