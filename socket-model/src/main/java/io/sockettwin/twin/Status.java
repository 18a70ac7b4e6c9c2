package io.sockettwin.twin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.wire.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a device hears when it asks with get_status (protocol section 5.2).
final class Status {
  private final @Nullable ObjectNode reported;
  private final @Nullable ObjectNode control;
  private final @Nullable ObjectNode metadata;

  private Status(Message.GetStatus request) {
    reported = request.scope().includesReported() ? object() : null;
    control = request.scope().includesControl() ? object() : null;
    metadata = request.metadata() ? object() : null;
  }

  static void answer(Turn turn, Message.GetStatus request) {
    Status status = new Status(request);
    status.addReported(turn);
    status.addPending(turn, Answers.remembered(request.clientToken()));
    turn.send(
        new Message.GetStatusReply(
            request.clientToken(),
            0,
            "success",
            request.scope(),
            status.reported,
            // Clients act on its mere presence (protocol section 19, item 8).
            status.control == null || status.control.isEmpty() ? null : status.control,
            status.metadata));
  }

  private void addReported(Turn turn) {
    if (reported == null) {
      return;
    }
    turn.reported()
        .forEach((id, value) -> {
          reported.set(id, value.value().toJson());
          date("reported", id, value.at());
        });
  }

  /// Reading does not clear; it only tells the controls which token may answer them.
  private void addPending(Turn turn, String token) {
    if (control == null) {
      return;
    }
    for (Control each : turn.controls()) {
      if (each.pending().isEmpty()) {
        continue;
      }
      each.values()
          .forEach((id, value) -> {
            if (each.pending().contains(id)) {
              control.set(id, value.toJson());
              date("control", id, each.acceptedAt());
            }
          });
      if (!token.equals(each.askedBy())) {
        turn.keep(each.carriedFor(token, turn.now));
      }
    }
  }

  private void date(String half, String id, Instant at) {
    if (metadata != null) {
      metadata.withObjectProperty(half).putObject(id).put("timestamp", at.toEpochMilli());
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
