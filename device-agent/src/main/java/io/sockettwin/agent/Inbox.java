package io.sockettwin.agent;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.socket.SocketInput;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What waits for the loop, in the order it came. Any thread may put something in.
final class Inbox {

  /// A minute and a half of meter frames; more means that the loop is stuck.
  private static final int LIMIT = 1_024;

  /// From here on messages of the service are dropped: a flood of them must leave room for the
  /// meter.
  private static final int MESSAGES_LIMIT = LIMIT / 2;

  sealed interface Item {
    record ForSocket(SocketInput input) implements Item {}

    /// What a link's transport tells.
    record ForLink(CloudLink link, LinkInput input) implements Item {}

    record NewLink(@Nullable CloudLink link) implements Item {}

    record NetworkBack() implements Item {}

    record Stop() implements Item {}
  }

  private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(LIMIT);
  private final AtomicLong dropped = new AtomicLong();

  void offer(Item item) {
    boolean message = item instanceof Item.ForLink(var _, LinkInput.Received _);
    if ((message && items.size() >= MESSAGES_LIMIT) || !items.offer(item)) {
      dropped.incrementAndGet();
    }
  }

  /// For what must not get lost.
  void require(Item item) {
    if (!items.offer(item)) {
      throw new IllegalStateException("the loop is stuck: its inbox is full");
    }
  }

  /// Waits for room if there is none.
  void put(Item item) throws InterruptedException {
    items.put(item);
  }

  /// The next one, or null when none comes in that time.
  @Nullable Item poll(Duration patience) throws InterruptedException {
    return items.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  long dropped() {
    return dropped.get();
  }
}
