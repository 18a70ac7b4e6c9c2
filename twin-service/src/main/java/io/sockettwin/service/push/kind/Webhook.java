package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program that takes CloudEvents 1.0 in their JSON form, signed as Standard Webhooks 1.0 wants
/// it.
///
/// @param secret `whsec_` and the key in Base64
/// @param authorization value of the header of that name, if the receiver wants one
public record Webhook(URI uri, String secret, @Nullable String authorization)
    implements Target.OverHttp {
  static final String SECRET_PREFIX = "whsec_";

  @Override
  public Request encode(Message message, Instant now) {
    String body = CloudEvent.of(message).toString();
    String timestamp = Long.toString(now.getEpochSecond());
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/cloudevents+json; charset=utf-8");
    headers.put("webhook-id", message.key());
    headers.put("webhook-timestamp", timestamp);
    headers.put("webhook-signature", "v1," + signature(message.key(), timestamp, body));
    if (authorization != null) {
      headers.put("authorization", authorization);
    }
    return Request.json(uri, headers, body);
  }

  private String signature(String id, String timestamp, String body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
    return Hmac.sha256(key, id + "." + timestamp + "." + body);
  }

  @Override
  public Outcome judge(Answer.Received answer, Instant now) {
    return Status.failure(answer, now).orElseGet(() -> new Outcome.Accepted(null));
  }

  @Override
  public String toString() {
    return "Webhook[" + uri.getHost() + "]";
  }
}
