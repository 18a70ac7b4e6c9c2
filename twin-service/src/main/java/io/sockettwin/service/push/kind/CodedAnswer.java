package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sockettwin.service.push.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The answer of a service that says 200 and tells in the body whether it worked.
///
/// @param code 0 is success
record CodedAnswer(int code, String text, JsonNode body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_TEXT = 200;

  /// Those who count messages count them for a minute.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// Judges an answer with `errcode` and `errmsg`.
  ///
  /// @param passing codes that will be another one later
  static Outcome judge(
      Answer.Received answer,
      Instant now,
      Set<Integer> passing,
      Function<CodedAnswer, Outcome> accepted) {
    return judge(answer, now, "errcode", "errmsg", passing, accepted);
  }

  static Outcome judge(
      Answer.Received answer,
      Instant now,
      String codeName,
      String textName,
      Set<Integer> passing,
      Function<CodedAnswer, Outcome> accepted) {
    Optional<CodedAnswer> coded = parse(answer, codeName, textName);
    if (coded.isEmpty()) {
      return Status.failure(answer, now)
          .orElseGet(() -> new Outcome.Later("an answer without a code: is the address right?"));
    }
    CodedAnswer it = coded.get();
    if (it.code == 0) {
      return accepted.apply(it);
    }
    String reason = "code " + it.code + ": " + it.text;
    return passing.contains(it.code) ? new Outcome.Later(reason, PAUSE) : new Outcome.Never(reason);
  }

  /// Reads it; empty when it is not of that form.
  static Optional<CodedAnswer> parse(Answer.Received answer, String codeName, String textName) {
    JsonNode body = read(answer);
    JsonNode code = body.path(codeName);
    return code.isIntegralNumber() && code.canConvertToInt()
        ? Optional.of(
            new CodedAnswer(
                code.intValue(), Cut.characters(body.path(textName).asText(), MAX_TEXT), body))
        : Optional.empty();
  }

  /// The body as JSON; a missing node when it is none.
  static JsonNode read(Answer.Received answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
