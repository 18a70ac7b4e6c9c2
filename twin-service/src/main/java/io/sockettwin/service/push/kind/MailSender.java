package io.sockettwin.service.push.kind;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.sockettwin.service.push.PushConfig;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Sends e-mail by the operator's SMTP server, whose address is a setting (`quarkus.mailer`).
@Singleton
class MailSender {
  private final ReactiveMailer mailer;
  private final Duration patience;

  MailSender(ReactiveMailer mailer, PushConfig config) {
    this.mailer = mailer;
    this.patience = config.totalPatience();
  }

  Outcome send(Message message) {
    String id = "<" + message.id() + "@sockettwin>";
    Mail mail =
        Mail.withText(message.recipient().address(), subject(message), message.text())
            // The same at every attempt, so that a mail program shows a repeated one once.
            .addHeader("Message-ID", id)
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail).await().atMost(patience);
      return new Outcome.Accepted(id);
    } catch (RuntimeException e) {
      return failure(e);
    }
  }

  /// A subject is one line.
  private static String subject(Message message) {
    return message.title().replaceAll("\\s+", " ");
  }

  private static Outcome failure(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException smtp) {
        String reason = "SMTP " + smtp.getReplyCode() + ": " + smtp.getReplyMessage();
        // 550 and its like are for this recipient; 53x says that our account is wrong.
        return smtp.isPermanent() ? new Outcome.Never(reason) : new Outcome.Later(reason);
      }
    }
    return new Outcome.Later(String.valueOf(e.getMessage()));
  }
}
