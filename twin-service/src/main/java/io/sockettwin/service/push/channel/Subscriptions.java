package io.sockettwin.service.push.channel;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.http.TargetUri;
import io.sockettwin.service.push.kind.Kind;
import io.sockettwin.service.push.kind.Recipient;
import io.sockettwin.service.push.kind.Subscription;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The browsers that subscribed to channels.
@Singleton
class Subscriptions {
  /// Browsers of one channel.
  static final int MAX_SUBSCRIPTIONS = 1_000;

  /// An uncompressed point on the curve P-256 (RFC 8291).
  private static final int PUBLIC_KEY_BYTES = 65;

  private static final int AUTH_BYTES = 16;

  private final Channels channels;
  private final Recipients recipients;

  Subscriptions(Channels channels, Recipients recipients) {
    this.channels = channels;
    this.recipients = recipients;
  }

  /// Adds a browser, or renews it.
  ///
  /// @return the id of its subscription
  @Transactional
  String subscribe(
      String channelId, Subscription subscription, Language language, String owner, Instant now) {
    requireBrowsers(channelId);
    check(subscription);
    if (recipients.present(channelId).size() >= MAX_SUBSCRIPTIONS) {
      throw Problem.of(
              ProblemCode.IN_USE, "The channel has " + MAX_SUBSCRIPTIONS + " subscriptions.")
          .refused();
    }
    String id = hash(subscription.endpoint());
    recipients.subscribe(channelId, id, subscription, language, owner, now);
    return id;
  }

  @Transactional
  void unsubscribe(String channelId, String id, Instant now) {
    require(channelId, id).goneAt = now;
  }

  @Transactional
  Recipient recipient(String channelId, String id) {
    return recipients.open(require(channelId, id));
  }

  @Transactional
  List<Recipient> recipients(String channelId) {
    return recipients.present(channelId).stream().map(recipients::open).toList();
  }

  private RecipientRow require(String channelId, String id) {
    requireBrowsers(channelId);
    return recipients
        .find(channelId, id)
        .filter(row -> row.goneAt == null)
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no subscription " + id + ".").refused());
  }

  private void requireBrowsers(String channelId) {
    if (channels.require(channelId).kind != Kind.WEB_PUSH) {
      throw Problem.of(ProblemCode.INVALID, "Browsers subscribe to channels of kind web-push.")
          .refused();
    }
  }

  private static void check(Subscription subscription) {
    if (!subscription.endpoint().startsWith("https://")) {
      throw invalid("endpoint", "must begin with https://");
    }
    TargetUri.flaw(subscription.endpoint())
        .ifPresent(flaw -> {
          throw invalid("endpoint", flaw);
        });
    requireBytes("keys.p256dh", subscription.keys().p256dh(), PUBLIC_KEY_BYTES);
    requireBytes("keys.auth", subscription.keys().auth(), AUTH_BYTES);
  }

  private static void requireBytes(String field, String base64, int length) {
    try {
      if (Base64.getUrlDecoder().decode(base64).length == length) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the key.
    }
    throw invalid(field, "must be " + length + " bytes in Base64 for URLs");
  }

  private static RuntimeException invalid(String field, String message) {
    Flaw flaw = new Flaw(field, message);
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", flaw).refused();
  }

  private static String hash(String endpoint) {
    try {
      byte[] bytes = endpoint.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
