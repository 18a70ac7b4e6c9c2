package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.service.push.Hops;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import io.sockettwin.service.push.kind.Carrier;
import io.sockettwin.service.push.kind.Message;
import io.sockettwin.service.push.kind.Outcome;
import io.sockettwin.service.push.kind.Recipient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends a message to try a channel, at once and past the outbox, so that whoever sets it up sees
/// what becomes of it.
@Singleton
class Trial {
  /// Recipients who are bothered.
  static final int MAX_RECIPIENTS = 5;

  /// What became of it.
  ///
  /// @param outcome accepted, later, never or gone
  /// @param detail what the channel said
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(String recipient, String outcome, @Nullable String detail) {}

  private final Carrier carrier;

  Trial(Carrier carrier) {
    this.carrier = carrier;
  }

  List<Result> run(Channel channel, List<Recipient> recipients, Instant now) {
    return recipients.stream()
        .limit(MAX_RECIPIENTS)
        .map(recipient -> result(recipient, send(channel, recipient, now)))
        .toList();
  }

  private Outcome send(Channel channel, Recipient recipient, Instant now) {
    Notice notice =
        new Notice(
            "test-" + UUID.randomUUID(),
            "test",
            Severity.INFO,
            new Texts("Test of channel " + channel.name(), "通道测试：" + channel.name()),
            new Texts("If you read this, alarms will reach you.", "收到此消息说明告警可以送达。"),
            null,
            JsonNodeFactory.instance.objectNode(),
            new Hops(now, now, now),
            List.of(channel.id()));
    Message message = new Message(UUID.randomUUID().toString(), recipient, List.of(notice));
    return carrier.carry(channel.target(), message, now);
  }

  private static Result result(Recipient recipient, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(String id) -> new Result(recipient.address(), "accepted", id);
      case Outcome.Later(String reason, var _) -> new Result(recipient.address(), "later", reason);
      case Outcome.Never(String reason) -> new Result(recipient.address(), "never", reason);
      case Outcome.Gone(String reason) -> new Result(recipient.address(), "gone", reason);
    };
  }
}
