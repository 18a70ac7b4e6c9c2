package io.sockettwin.agent.link;

import io.sockettwin.wire.ClientToken;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The client tokens this agent makes. A part drawn at its start keeps those of requests apart from
/// those of its earlier lives. An event's token is the same each time the event is sent, over a
/// restart as well, so that the service knows it again: it is made of what is kept with the event.
record Tokens(String productId, String lifeId) {

  private static final Pattern EVENT = Pattern.compile("-e-([0-9]{1,18})-[0-9a-z-]+");
  private static final int BASE = 36;

  ClientToken request(long number) {
    return ClientToken.of(productId + "-" + lifeId + "-" + number);
  }

  /// @param raisedAt tells it from the events of a socket that began to count anew
  ClientToken event(long eventId, Instant raisedAt) {
    String time = Long.toString(raisedAt.toEpochMilli(), BASE);
    return ClientToken.of(productId + "-e-" + eventId + "-" + time);
  }

  /// The event a reply is about, if it is one of ours.
  OptionalLong eventId(ClientToken token) {
    if (!token.text().startsWith(productId)) {
      return OptionalLong.empty();
    }
    Matcher event = EVENT.matcher(token.text().substring(productId.length()));
    return event.matches() ? OptionalLong.of(Long.parseLong(event.group(1))) : OptionalLong.empty();
  }

  /// The service's token as the socket keeps it: text that says how it was spelled.
  static String opaque(ClientToken token) {
    return token.kind() + ":" + token.text();
  }

  static ClientToken original(String opaque) {
    int colon = opaque.indexOf(':');
    return new ClientToken(
        ClientToken.Kind.valueOf(opaque.substring(0, colon)), opaque.substring(colon + 1));
  }
}
