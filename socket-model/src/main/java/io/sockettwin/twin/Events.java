package io.sockettwin.twin;

import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.EventType;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.PostedEvent;
import java.util.ArrayList;
import java.util.List;

/// Events go to the history; a batch wholly or not at all (protocol section 6).
final class Events {
  private Events() {}

  static void receive(Turn turn, Message.EventPost post) {
    List<TwinEffect> kept = new ArrayList<>(post.events().size());
    for (PostedEvent event : post.events()) {
      EventType type = turn.template.events().get(event.eventId());
      switch (turn.template.checkEvent(event.eventId(), event.at(), event.params(), turn.now)) {
        case Check.Refused(int code, String status, String _) -> {
          reply(turn, post, code, status);
          return;
        }
        case Check.Accepted(var params) when type != null ->
            kept.add(
                new TwinEffect.KeepEvent(
                    DeviceTime.clamp(event.at(), DataTemplate.EVENT_MAX_AGE, turn.now),
                    post.clientToken(),
                    kept.size(),
                    type.id(),
                    type.kind(),
                    params));
        case Check.Accepted _ -> throw new IllegalStateException("accepted " + event.eventId());
      }
    }
    kept.forEach(turn::add);
    // The real cloud's status is empty here (protocol section 6).
    reply(turn, post, 0, "");
  }

  private static void reply(Turn turn, Message.EventPost post, int code, String status) {
    turn.send(
        new Message.EventReply(post.clientToken(), post.version(), post.batch(), code, status));
  }
}
