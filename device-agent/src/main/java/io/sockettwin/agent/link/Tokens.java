package io.sockettwin.agent.link;

import io.sockettwin.wire.ClientToken;
import java.util.OptionalLong;

/// The client tokens this agent makes. A part drawn at its start keeps them apart from those of its
/// earlier lives; an event's token is the same each time the event is sent.
record Tokens(String productId, String lifeId) {

  private static final String EVENT = "-e";

  ClientToken request(long number) {
    return ClientToken.of(stem() + "-" + number);
  }

  ClientToken event(long eventId) {
    return ClientToken.of(stem() + EVENT + eventId);
  }

  /// The event a reply is about, if it is one of ours.
  OptionalLong eventId(ClientToken token) {
    String start = stem() + EVENT;
    if (!token.text().startsWith(start)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          Long.parseLong(token.text(), start.length(), token.text().length(), 10));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
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

  private String stem() {
    return productId + "-" + lifeId;
  }
}
