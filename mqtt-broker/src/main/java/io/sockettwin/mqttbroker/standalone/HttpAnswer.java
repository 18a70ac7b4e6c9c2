package io.sockettwin.mqttbroker.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Refusal;
import io.sockettwin.mqttbroker.gate.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The body of the answer: EMQX's members `result`, `is_superuser`, `acl` and `client_attrs`, the
/// last with our `session`; and two that EMQX ignores, `refusal` and `text`.
final class HttpAnswer {

  private HttpAnswer() {}

  static Admission read(JsonNode answer) throws IOException {
    return switch (answer.path("result").asText()) {
      case "allow" ->
          new Admitted(
              answer.path("is_superuser").asBoolean() ? Standing.SERVICE : Standing.DEVICE,
              topics(answer, "publish"),
              topics(answer, "subscribe"),
              session(answer));
      case "deny" -> new Refused(refusal(answer), answer.path("text").asText("refused"));
      default -> throw new IOException("neither allow nor deny: " + answer.path("result"));
    };
  }

  private static List<String> topics(JsonNode answer, String action) {
    return StreamSupport.stream(answer.path("acl").spliterator(), false)
        .filter(rule -> rule.path("permission").asText().equals("allow"))
        .filter(rule -> List.of(action, "all").contains(rule.path("action").asText()))
        .map(rule -> rule.path("topic").asText())
        .toList();
  }

  private static @Nullable String session(JsonNode answer) {
    JsonNode session = answer.path("client_attrs").path("session");
    return session.isTextual() ? session.asText() : null;
  }

  private static Refusal refusal(JsonNode answer) throws IOException {
    String name = answer.path("refusal").asText(Refusal.NOT_AUTHORIZED.name());
    try {
      return Refusal.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IOException("unknown refusal: " + name, e);
    }
  }
}
