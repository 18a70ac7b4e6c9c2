package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What ties a reply to its request. Opaque, compared by equality and echoed as it came: clients
/// send strings, numbers and null. Tokens repeat after each reboot, so they are no key (protocol
/// section 4).
public record ClientToken(Kind kind, String text) {
  /// Tokens the cloud makes stay within this; devices keep them in buffers of 90 bytes.
  public static final int MAX_OWN_LENGTH = 64;

  /// A request without a token is answered with the empty one.
  public static final ClientToken NONE = of("");

  /// Python clients send null.
  public static final ClientToken NULL = new ClientToken(Kind.NULL, "");

  /// How a token was spelled in JSON.
  public enum Kind {
    STRING,
    NUMBER,
    NULL
  }

  public static ClientToken of(String text) {
    return new ClientToken(Kind.STRING, text);
  }

  static ClientToken read(@Nullable JsonNode node) {
    if (node == null) {
      return NONE;
    }
    if (node.isTextual()) {
      return of(node.textValue());
    }
    if (node.isIntegralNumber()) {
      return new ClientToken(Kind.NUMBER, node.asText());
    }
    return node.isNull() ? NULL : NONE;
  }

  JsonNode toJson() {
    return switch (kind) {
      case STRING -> TextNode.valueOf(text);
      case NUMBER -> BigIntegerNode.valueOf(new BigInteger(text));
      case NULL -> NullNode.getInstance();
    };
  }

  @Override
  public String toString() {
    return kind == Kind.NULL ? "null" : text;
  }
}
