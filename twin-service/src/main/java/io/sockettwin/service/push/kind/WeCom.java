package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A robot in a group chat of WeCom (developer.work.weixin.qq.com, "群机器人配置说明").
///
/// @param server `https://qyapi.weixin.qq.com`
/// @param key from the robot's webhook address
public record WeCom(String server, String key) implements Target.OverHttp {
  /// Of a text message.
  static final int MAX_BYTES = 2_048;

  /// -1 busy, 45009 more than 20 messages a minute.
  private static final Set<Integer> PASSING = Set.of(-1, 45009);

  @Override
  public Request encode(Message message, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("msgtype", "text");
    body.putObject("text")
        .put("content", Cut.bytes(message.title() + "\n" + message.text(), MAX_BYTES));
    URI uri = URI.create(server + "/cgi-bin/webhook/send?key=" + Query.encode(key));
    return Request.json(uri, Map.of("content-type", "application/json"), body.toString());
  }

  @Override
  public Outcome judge(Answer.Received answer, Instant now) {
    return CodedAnswer.judge(answer, now, PASSING, _ -> new Outcome.Accepted(null));
  }

  @Override
  public String toString() {
    return "WeCom[hidden]";
  }
}
