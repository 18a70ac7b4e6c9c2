package io.sockettwin.service.trace;

import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.PostedEvent;
import java.time.Instant;
import java.util.Optional;

/// Why the data template refuses a message: the same check as the twin makes, with the sentence for
/// people that the device is not told.
record Verdict(int code, String rule) {

  static Optional<Verdict> of(Message.Up message, DataTemplate template, Instant now) {
    return switch (message) {
      case Message.Report report -> of(template.checkReport(report.params()));
      case Message.EventPost post ->
          post.events().stream()
              .flatMap(event -> of(check(event, template, now)).stream())
              .findFirst();
      case Message.Up other -> Optional.empty();
    };
  }

  private static Check check(PostedEvent event, DataTemplate template, Instant now) {
    return template.checkEvent(event.eventId(), event.at(), event.params(), now);
  }

  private static Optional<Verdict> of(Check check) {
    return check instanceof Check.Refused(int code, String status, String reason)
        ? Optional.of(new Verdict(code, reason))
        : Optional.empty();
  }
}
