package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Notices;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Messages and answers for tests of the kinds.
final class Told {
  static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");

  private Told() {}

  static Recipient reader(Language language) {
    return new Recipient(1, "", language, null);
  }

  static Message one(Language language) {
    return new Message(
        "message-1",
        reader(language),
        List.of(Notices.overcurrent("alarm-1", Severity.CRITICAL, Notices.EVENT)));
  }

  static Message digest(Language language, int notices) {
    List<Notice> all =
        IntStream.rangeClosed(1, notices)
            .mapToObj(i ->
                Notices.overcurrent(
                    "alarm-" + i, i % 2 == 0 ? Severity.CRITICAL : Severity.WARNING, Notices.EVENT))
            .toList();
    return new Message("message-1", reader(language), all);
  }

  static JsonNode json(Request request) {
    return json(new String(request.body(), StandardCharsets.UTF_8));
  }

  static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  static Answer.Received answer(int status, String body) {
    return new Answer.Received(status, Map.of(), body);
  }
}
