package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A robot in a group chat of DingTalk, with signatures ("自定义机器人", "加签").
///
/// @param server `https://oapi.dingtalk.com`
/// @param accessToken from the robot's webhook address
/// @param secret begins with `SEC`
public record DingTalk(String server, String accessToken, String secret)
    implements Target.OverHttp {
  /// The whole message may have 20 000.
  static final int MAX_BYTES = 8_000;

  /// -1 busy, 130101 more than 20 messages a minute, 410100 the same in its newer form.
  private static final Set<Integer> PASSING = Set.of(-1, 130101, 410100);

  @Override
  public Request encode(Message message, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("msgtype", "text");
    body.putObject("text")
        .put("content", Cut.bytes(message.title() + "\n" + message.text(), MAX_BYTES));
    String timestamp = Long.toString(now.toEpochMilli());
    String sign = Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), timestamp + "\n" + secret);
    URI uri =
        URI.create(
            server
                + "/robot/send?access_token="
                + Query.encode(accessToken)
                + "&timestamp="
                + timestamp
                + "&sign="
                + Query.encode(sign));
    return Request.json(uri, Map.of("content-type", "application/json"), body.toString());
  }

  @Override
  public Outcome judge(Answer.Received answer, Instant now) {
    return CodedAnswer.judge(answer, now, PASSING, _ -> new Outcome.Accepted(null));
  }

  @Override
  public String toString() {
    return "DingTalk[hidden]";
  }
}
