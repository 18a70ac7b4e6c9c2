package io.sockettwin.mqttbroker.hivemq;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The outboxes of all network threads.
final class Outboxes {
  private static final ThreadLocal<@Nullable Set<Outbox>> GATHERING = new ThreadLocal<>();

  private final Map<EventLoop, Outbox> boxes = new ConcurrentHashMap<>();
  private final Tally tally;

  Outboxes(Tally tally) {
    this.tally = tally;
  }

  /// Sends at once, or when the thread has finished what it does [#together].
  ///
  /// @param message null for none
  /// @param done run by the network thread afterwards
  void put(Channel channel, @Nullable Object message, Runnable done) {
    Outbox box = boxes.computeIfAbsent(channel.eventLoop(), loop -> new Outbox(loop, tally));
    box.put(channel, message, done);
    Set<Outbox> gathered = GATHERING.get();
    if (gathered == null) {
      box.send();
    } else {
      gathered.add(box);
    }
  }

  /// What is put meanwhile by this thread leaves together.
  void together(Runnable puts) {
    Set<Outbox> gathered = new HashSet<>();
    GATHERING.set(gathered);
    try {
      puts.run();
    } finally {
      GATHERING.remove();
      gathered.forEach(Outbox::send);
    }
  }
}
