package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.mqtt.message.publish.PUBLISH;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What waits to be written by one network thread. It is woken once for many messages, and those of
/// one device leave in one packet: waking and writing cost more than anything else here.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails means a closed connection
final class Outbox {
  private record Letter(Channel channel, @Nullable Object message, Runnable done) {}

  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final EventLoop thread;
  private final Tally tally;

  Outbox(EventLoop thread, Tally tally) {
    this.thread = thread;
    this.tally = tally;
  }

  /// @param done run by the network thread afterwards
  void put(Channel channel, @Nullable Object message, Runnable done) {
    letters.add(new Letter(channel, message, done));
  }

  void send() {
    if (!letters.isEmpty() && woken.compareAndSet(false, true)) {
      try {
        thread.execute(this::write);
      } catch (RejectedExecutionException e) {
        letters.clear(); // the broker has stopped, and every connection has ended
      }
    }
  }

  private void write() {
    woken.set(false);
    List<Channel> touched = new ArrayList<>();
    for (Letter next = letters.poll(); next != null; next = letters.poll()) {
      if (next.message() != null && write(next.channel(), next.message())) {
        touched.add(next.channel());
      }
      next.done().run();
    }
    touched.forEach(Channel::flush);
  }

  /// A client that does not read must not fill the memory; answers can be asked for again.
  private boolean write(Channel channel, Object message) {
    if (message instanceof PUBLISH && !channel.isWritable()) {
      tally.unreadAnswers.increment();
      return false;
    }
    channel.write(message);
    return true;
  }
}
