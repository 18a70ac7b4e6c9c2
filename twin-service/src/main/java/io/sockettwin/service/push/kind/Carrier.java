package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.http.Answer;
import io.sockettwin.service.push.http.OutgoingHttp;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Sends messages, of whatever kind. Waits for the outcome; for virtual threads.
@Singleton
public class Carrier {
  private final OutgoingHttp http;
  private final WeChatSender weChat;
  private final MailSender mail;

  Carrier(OutgoingHttp http, WeChatSender weChat, MailSender mail) {
    this.http = http;
    this.weChat = weChat;
    this.mail = mail;
  }

  public Outcome carry(Target target, Message message, Instant now) {
    return switch (target) {
      case Target.OverHttp overHttp ->
          switch (http.post(overHttp.encode(message, now))) {
            case Answer.Received answer -> overHttp.judge(answer, now);
            case Answer.Forbidden(String reason) -> new Outcome.Never(reason);
            case Answer.Failed(String reason) -> new Outcome.Later(reason);
          };
      case Target.WeChat account -> weChat.send(account, message, now);
      case Target.Mail _ -> mail.send(message);
    };
  }
}
