package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.Request;
import java.time.Instant;

/// Where a channel leads, with everything secret that it takes.
public sealed interface Target {

  /// One that takes one request for a message.
  sealed interface OverHttp extends Target permits Webhook, WeCom, DingTalk, Feishu, WebPushTarget {
    Request encode(Message message, Instant now);

    Outcome judge(Answer.Received answer, Instant now);
  }

  /// The operator's SMTP server knows the rest.
  record Mail() implements Target {}

  /// Template messages of a WeChat official account.
  ///
  /// @param server `https://api.weixin.qq.com`
  record WeChat(String server, String appId, String appSecret, WeChatTemplate template)
      implements Target {
    @Override
    public String toString() {
      return "WeChat[" + appId + "]";
    }
  }
}
