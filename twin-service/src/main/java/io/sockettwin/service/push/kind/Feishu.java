package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A robot in a group chat of Feishu or Lark, with signatures ("自定义机器人使用指南", "签名校验").
///
/// @param server `https://open.feishu.cn`, or `https://open.larksuite.com`
/// @param hook last part of the robot's webhook address
public record Feishu(String server, String hook, String secret) implements Target.OverHttp {
  /// The whole request may have 20 KB.
  static final int MAX_BYTES = 8_000;

  /// More than 100 messages a minute or 5 a second.
  private static final Set<Integer> PASSING = Set.of(11232);

  @Override
  public Request encode(Message message, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    // Unlike elsewhere what is signed is the key, and the text is empty.
    byte[] key = (timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", timestamp)
            .put("sign", Hmac.sha256(key, ""))
            .put("msg_type", "post");
    ObjectNode post =
        body.putObject("content")
            .putObject("post")
            .putObject(locale(message.recipient().language()));
    post.put("title", message.title());
    post.putArray("content")
        .addArray()
        .addObject()
        .put("tag", "text")
        .put("text", Cut.bytes(message.text(), MAX_BYTES));
    URI uri = URI.create(server + "/open-apis/bot/v2/hook/" + hook);
    return Request.json(uri, Map.of("content-type", "application/json"), body.toString());
  }

  private static String locale(Language language) {
    return switch (language) {
      case EN -> "en_us";
      case ZH -> "zh_cn";
    };
  }

  @Override
  public Outcome judge(Answer.Received answer, Instant now) {
    return CodedAnswer.judge(answer, now, "code", "msg", PASSING, _ -> new Outcome.Accepted(null));
  }

  @Override
  public String toString() {
    return "Feishu[hidden]";
  }
}
