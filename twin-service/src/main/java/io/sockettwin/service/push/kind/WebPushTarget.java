package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Browsers, by way of the push services of their makers (RFC 8030, 8291, 8292).
///
/// @param contact `mailto:` or `https:`, for the push service to complain to
/// @param keys tell the push services that it is us
public record WebPushTarget(String contact, VapidKeys keys) implements Target.OverHttp {
  /// For how long the push service tries to reach the browser.
  static final Duration LIFE = Duration.ofDays(1);

  /// All push services take 4 096 when encrypted.
  static final int MAX_TEXT_BYTES = 2_000;

  @Override
  public Request encode(Message message, Instant now) {
    Subscription subscription =
        Objects.requireNonNull(message.recipient().subscription(), "a browser has a subscription");
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", message.title())
            .put("body", Cut.bytes(message.text(), MAX_TEXT_BYTES))
            .put("key", message.key())
            .put("severity", message.severity().name().toLowerCase(Locale.ROOT));
    WebPush push = new WebPush(contact, keys);
    byte[] body =
        push.getBody(
            payload.toString().getBytes(StandardCharsets.UTF_8),
            Base64.getUrlDecoder().decode(subscription.keys().p256dh()),
            Base64.getUrlDecoder().decode(subscription.keys().auth()));
    Map<String, String> headers =
        new HashMap<>(
            push.getHeaders(
                subscription.endpoint(),
                (int) LIFE.toSeconds(),
                null,
                message.severity() == Severity.CRITICAL
                    ? WebPush.Urgency.High
                    : WebPush.Urgency.Normal));
    return new Request(URI.create(subscription.endpoint()), headers, body);
  }

  @Override
  public Outcome judge(Answer.Received answer, Instant now) {
    if (answer.status() == 404 || answer.status() == 410) {
      return new Outcome.Gone("the browser is not subscribed any more");
    }
    Optional<Outcome> failure = Status.failure(answer, now);
    // The address of the message at the push service, where one could ask for its fate.
    return failure.orElseGet(() -> new Outcome.Accepted(answer.header("location").orElse(null)));
  }

  @Override
  public String toString() {
    return "WebPushTarget[" + contact + "]";
  }
}
