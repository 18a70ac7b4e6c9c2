package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interaso.webpush.VapidKeys;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.http.Request;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What browsers are told, decrypted as a browser does it.
class WebPushTest {
  private final Browser browser = new Browser();
  private final WebPushTarget target =
      new WebPushTarget("mailto:me@example.org", VapidKeys.generate());

  private Message message(Language language) {
    Message told = Told.one(language);
    Recipient recipient =
        new Recipient(1, "hash", language, browser.subscription("https://push.example/abc"));
    return new Message(told.id(), recipient, told.notices());
  }

  @Test
  void onlyTheBrowserCanReadIt() throws Exception {
    Request request = target.encode(message(Language.ZH), Told.NOW);
    assertThat(new String(request.body(), StandardCharsets.UTF_8)).doesNotContain("alarm-1");
    JsonNode payload = Told.json(browser.decrypt(request.body()));
    assertThat(payload)
        .isEqualTo(
            Told.json(
                """
                {"title":"过载：alarm-1","body":"插座已断开。","key":"alarm-1",
                 "severity":"critical"}
                """));
  }

  @Test
  void longDigestsFitIntoOneRecord() throws Exception {
    Message digest = Told.digest(Language.ZH, 500);
    Recipient recipient = message(Language.ZH).recipient();
    Request request =
        target.encode(new Message(digest.id(), recipient, digest.notices()), Told.NOW);
    assertThat(request.body().length).isLessThanOrEqualTo(4_096);
    assertThat(Told.json(browser.decrypt(request.body())).path("title").asText())
        .startsWith("500 ");
  }

  /// RFC 8292: a JSON Web Token for the push service, signed with our key, and the key itself.
  @Test
  void saysWhoItIs() throws Exception {
    Request request = target.encode(message(Language.EN), Told.NOW);
    assertThat(request.headers()).containsEntry("Content-Encoding", "aes128gcm");
    assertThat(request.headers()).containsEntry("Urgency", "high").containsKey("TTL");
    String authorization = request.headers().get("Authorization");
    assertThat(authorization).matches("vapid t=[^,]+, ?k=.+");
    String token = authorization.replaceFirst("vapid t=([^,]+),.*", "$1");
    List<String> parts = List.of(token.split("\\.", 3));
    JsonNode claims =
        Told.json(new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8));
    assertThat(claims.path("aud").asText()).isEqualTo("https://push.example");
    assertThat(claims.path("sub").asText()).isEqualTo("mailto:me@example.org");
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(target.keys().getPublicKey());
    check.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts.get(2)))).isTrue();
    byte[] ours = Base64.getUrlDecoder().decode(authorization.replaceFirst(".*k=", ""));
    assertThat(new BigInteger(1, Arrays.copyOfRange(ours, 1, 33)))
        .isEqualTo(target.keys().getPublicKey().getW().getAffineX());
  }

  @Test
  void knowsABrowserThatUnsubscribed() {
    assertThat(target.judge(Told.answer(410, ""), Told.NOW)).isInstanceOf(Outcome.Gone.class);
    assertThat(target.judge(Told.answer(404, ""), Told.NOW)).isInstanceOf(Outcome.Gone.class);
    assertThat(target.judge(Told.answer(201, ""), Told.NOW)).isInstanceOf(Outcome.Accepted.class);
    assertThat(target.judge(Told.answer(429, ""), Told.NOW)).isInstanceOf(Outcome.Later.class);
    assertThat(target.judge(Told.answer(403, ""), Told.NOW)).isInstanceOf(Outcome.Never.class);
  }
}
