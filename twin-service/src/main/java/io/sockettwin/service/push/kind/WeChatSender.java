package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.OutgoingHttp;
import io.sockettwin.service.push.http.Request;
import io.sockettwin.service.push.kind.Target.WeChat;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Sends template messages of a WeChat official account, for which it needs an access token. It
/// asks for the "stable" one, which several replicas can hold without taking it from each other.
@Singleton
class WeChatSender {
  /// Invalid, expired, malformed: a new one helps.
  private static final Set<Integer> TOKEN_REFUSED = Set.of(40001, 42001, 40014);

  /// -1 busy, 45009 the day's quota, 45011 and 43108 too often.
  private static final Set<Integer> PASSING = Set.of(-1, 45009, 45011, 43108);

  /// 40003 no such openid, 43004 and 43101 does not follow the account or has declined.
  private static final Set<Integer> NOBODY = Set.of(40003, 43004, 43101);

  /// The service gives a new one in the last five minutes of the old.
  private static final Duration SAFETY = Duration.ofMinutes(5);

  /// @param refused by WeChat, so that the next one must be asked for with force, or it is the same
  private record Token(String text, Instant until, boolean refused) {
    boolean usableAt(Instant now) {
      return !refused && until.isAfter(now);
    }

    Token asRefused() {
      return new Token(text, until, true);
    }

    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }

  private sealed interface Asked {
    record Got(Token token) implements Asked {}

    record Not(Outcome why) implements Asked {}
  }

  private final OutgoingHttp http;

  /// One for each account; as many as there are channels.
  private final Map<WeChat, Token> tokens = new ConcurrentHashMap<>();

  WeChatSender(OutgoingHttp http) {
    this.http = http;
  }

  /// Sends it, with a new token when the old one is refused.
  Outcome send(WeChat target, Message message, Instant now) {
    return switch (token(target, now)) {
      case Asked.Not(Outcome why) -> why;
      case Asked.Got(Token token) -> {
        Answer answer = http.post(request(target, token, message));
        if (!tokenRefused(answer)) {
          yield judge(answer, now);
        }
        tokens.replace(target, token, token.asRefused());
        yield switch (token(target, now)) {
          case Asked.Not(Outcome why) -> why;
          case Asked.Got(Token fresh) -> judge(http.post(request(target, fresh, message)), now);
        };
      }
    };
  }

  private static Request request(WeChat target, Token token, Message message) {
    URI uri =
        URI.create(
            target.server()
                + "/cgi-bin/message/template/send?access_token="
                + Query.encode(token.text));
    return json(uri, target.template().encode(message));
  }

  private Asked token(WeChat target, Instant now) {
    Token known = tokens.get(target);
    if (known != null && known.usableAt(now)) {
      return new Asked.Got(known);
    }
    JsonNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("grant_type", "client_credential")
            .put("appid", target.appId())
            .put("secret", target.appSecret())
            .put("force_refresh", known != null && known.refused);
    Answer answer = http.post(json(URI.create(target.server() + "/cgi-bin/stable_token"), body));
    return switch (answer) {
      case Answer.Received received -> {
        JsonNode said = CodedAnswer.read(received);
        if (!said.path("access_token").isTextual()) {
          yield new Asked.Not(judge(received, now));
        }
        Duration life = Duration.ofSeconds(said.path("expires_in").asLong()).minus(SAFETY);
        Token token = new Token(said.path("access_token").textValue(), now.plus(life), false);
        tokens.put(target, token);
        yield new Asked.Got(token);
      }
      case Answer.Forbidden _, Answer.Failed _ -> new Asked.Not(judge(answer, now));
    };
  }

  private static Request json(URI uri, JsonNode body) {
    return Request.json(uri, Map.of("content-type", "application/json"), body.toString());
  }

  private static boolean tokenRefused(Answer answer) {
    return answer instanceof Answer.Received received
        && CodedAnswer.parse(received, "errcode", "errmsg")
            .filter(it -> TOKEN_REFUSED.contains(it.code()))
            .isPresent();
  }

  private static Outcome judge(Answer answer, Instant now) {
    return switch (answer) {
      case Answer.Received received ->
          CodedAnswer.parse(received, "errcode", "errmsg")
              .filter(it -> NOBODY.contains(it.code()))
              .<Outcome>map(it -> new Outcome.Gone("code " + it.code() + ": " + it.text()))
              .orElseGet(() ->
                  CodedAnswer.judge(
                      received,
                      now,
                      PASSING,
                      it -> new Outcome.Accepted(it.body().path("msgid").asText(null))));
      case Answer.Forbidden(String reason) -> new Outcome.Never(reason);
      case Answer.Failed(String reason) -> new Outcome.Later(reason);
    };
  }
}
