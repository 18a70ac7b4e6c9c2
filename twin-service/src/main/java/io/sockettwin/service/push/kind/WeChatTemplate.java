package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.Notice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A template of the official account, and what goes into its fields.
///
/// @param link what opens when it is touched, if anything
public record WeChatTemplate(
    String id, Map<String, Content> fields, ZoneId zone, @Nullable String link) {
  /// What a field can be filled with.
  public enum Content {
    TITLE,
    TEXT,
    TIME,
    DEVICE,
    SEVERITY;

    static Optional<Content> parse(String text) {
      return Arrays.stream(values())
          .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst();
    }
  }

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /// A field's name begins with its type, which limits its length in characters.
  private static final Map<String, Integer> LIMITS =
      Map.of("thing", 20, "character_string", 32, "phrase", 5, "const", 20, "short_thing", 5);

  private static final int OTHER_LIMIT = 200;

  public WeChatTemplate {
    fields = new LinkedHashMap<>(fields);
  }

  ObjectNode encode(Message message) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("touser", message.recipient().address())
            .put("template_id", id)
            // The service drops a second one with the same id for ten minutes.
            .put("client_msg_id", message.id());
    if (link != null) {
      body.put("url", link);
    }
    ObjectNode data = body.putObject("data");
    fields.forEach((name, content) ->
        data.putObject(name).put("value", Cut.characters(value(content, message), limit(name))));
    return body;
  }

  private String value(Content content, Message message) {
    Notice first = message.notices().getFirst();
    return switch (content) {
      case TITLE -> message.title();
      case TEXT -> message.text();
      case TIME -> TIME.format(first.hops().event().atZone(zone));
      case DEVICE ->
          first.device() == null || message.isDigest() ? "-" : first.device().deviceName();
      case SEVERITY ->
          switch (message.recipient().language()) {
            case EN -> message.severity().name().toLowerCase(Locale.ROOT);
            case ZH ->
                switch (message.severity()) {
                  case INFO -> "提示";
                  case WARNING -> "警告";
                  case CRITICAL -> "紧急";
                };
          };
    };
  }

  private static int limit(String name) {
    return LIMITS.getOrDefault(name.replaceAll("\\d+$", ""), OTHER_LIMIT);
  }
}
