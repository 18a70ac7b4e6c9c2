package io.sockettwin.service.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Takes out of a message what nobody may read: secrets, tokens that open something, signatures.
final class Hidden {
  private static final TextNode HIDDEN = TextNode.valueOf("(hidden)");

  /// Members with these names, whatever their case and underscores. A `clientToken` only pairs
  /// question and answer.
  private static final Set<String> SECRET =
      Set.of(
          "psk",
          "secret",
          "devicesecret",
          "productsecret",
          "password",
          "pwd",
          "token",
          "bindtoken",
          "accesstoken",
          "signature",
          "sign",
          "clientkey");

  private Hidden() {}

  /// A copy without them.
  static JsonNode in(JsonNode message) {
    JsonNode copy = message.deepCopy();
    hide(copy);
    return copy;
  }

  private static void hide(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
          if (isSecret(member.getKey())) {
            member.setValue(HIDDEN);
          } else if (member.getKey().equals("url") && member.getValue().isTextual()) {
            member.setValue(TextNode.valueOf(withoutQuery(member.getValue().asText())));
          } else {
            hide(member.getValue());
          }
        }
      }
      case ArrayNode array -> array.forEach(Hidden::hide);
      default -> {}
    }
  }

  private static boolean isSecret(String name) {
    return SECRET.contains(name.replace("_", "").toLowerCase(Locale.ROOT));
  }

  /// Firmware is often fetched with a signature in the query.
  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + "?(hidden)";
  }
}
