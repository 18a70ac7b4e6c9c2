package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final Webhook WEBHOOK =
      new Webhook(URI.create("https://example.org/hook"), SECRET, "Bearer abc");

  // tag::verify[]
  /// Whether a request comes from SocketTwin, unchanged and lately.
  static boolean isGenuine(String secret, Map<String, String> headers, byte[] body, Instant now)
      throws GeneralSecurityException {
    String id = headers.get("webhook-id");
    String timestamp = headers.get("webhook-timestamp");
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, now).abs().compareTo(Duration.ofMinutes(5)) > 0) {
      return false; // somebody repeats an old request
    }
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        headers.get("webhook-signature").getBytes(StandardCharsets.UTF_8));
  }

  // end::verify[]

  @Test
  void signsSoThatTheReceiverCanTell() throws Exception {
    Request request = WEBHOOK.encode(Told.one(Language.EN), Told.NOW);
    Instant later = Told.NOW.plusSeconds(60);
    assertThat(isGenuine(SECRET, request.headers(), request.body(), later)).isTrue();
    assertThat(isGenuine(SECRET, request.headers(), "{}".getBytes(StandardCharsets.UTF_8), later))
        .isFalse();
    assertThat(isGenuine(SECRET, request.headers(), request.body(), later.plusSeconds(3_600)))
        .isFalse();
    assertThat(request.headers()).containsEntry("authorization", "Bearer abc");
    assertThat(request.toString() + WEBHOOK).doesNotContain("abc").doesNotContain("whsec");
  }

  /// The example of the specification of Standard Webhooks.
  @Test
  void signsAsStandardWebhooksDo() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    String signed = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
    assertThat(Hmac.sha256(key, signed)).isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void tellsANoticeAsACloudEvent() {
    JsonNode event = Told.json(WEBHOOK.encode(Told.one(Language.ZH), Told.NOW));
    assertThat(event)
        .isEqualTo(
            Told.json(
                """
                {"specversion":"1.0","id":"alarm-1","source":"/sockettwin",
                 "type":"io.sockettwin.alarm.raised","subject":"HRDG3CKWWZ/kitchen",
                 "time":"2026-11-25T06:59:58.250Z","datacontenttype":"application/json",
                 "data":{"productId":"HRDG3CKWWZ","deviceName":"kitchen","severity":"critical",
                  "title":{"en":"Overload: alarm-1","zh":"过载：alarm-1"},
                  "text":{"en":"The socket has switched off.","zh":"插座已断开。"},
                  "eventAt":"2026-11-25T06:59:58.250Z","receivedAt":"2026-11-25T06:59:58.280Z",
                  "decidedAt":"2026-11-25T06:59:58.290Z","details":{"current":5.2}}}
                """));
  }

  @Test
  void tellsADigestWithAllItsNotices() {
    Request request = WEBHOOK.encode(Told.digest(Language.EN, 40), Told.NOW);
    JsonNode event = Told.json(request);
    assertThat(event.path("type").asText()).isEqualTo("io.sockettwin.digest");
    assertThat(event.path("id").asText()).isEqualTo("message-1");
    assertThat(event.path("data").path("notices")).hasSize(40);
    assertThat(event.at("/data/notices/39/id").asText()).isEqualTo("alarm-40");
    assertThat(request.headers()).containsEntry("webhook-id", "message-1");
  }

  @Test
  void judgesByTheStatus() {
    assertThat(WEBHOOK.judge(Told.answer(204, ""), Told.NOW)).isInstanceOf(Outcome.Accepted.class);
    assertThat(WEBHOOK.judge(Told.answer(500, ""), Told.NOW)).isInstanceOf(Outcome.Later.class);
    assertThat(WEBHOOK.judge(Told.answer(400, ""), Told.NOW)).isInstanceOf(Outcome.Never.class);
    assertThat(WEBHOOK.judge(Told.answer(302, ""), Told.NOW)).isInstanceOf(Outcome.Never.class);
  }

  @Test
  void readsRetryAfterInBothForms() {
    assertThat(Status.retryAfter("120", Told.NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Status.retryAfter("Wed, 25 Nov 2026 07:00:30 GMT", Told.NOW))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(Status.retryAfter("Wed, 25 Nov 2026 06:00:00 GMT", Told.NOW))
        .isEqualTo(Duration.ZERO);
    assertThat(Status.retryAfter("999999999", Told.NOW)).isEqualTo(Status.MAX_WAIT);
    assertThat(Status.retryAfter("soon", Told.NOW)).isNull();
    assertThat(Status.retryAfter(null, Told.NOW)).isNull();
  }
}
