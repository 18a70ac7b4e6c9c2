package io.sockettwin.agent;

import io.sockettwin.agent.Inbox.Item;
import io.sockettwin.agent.credentials.Pairing;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.recording.Recorder;
import io.sockettwin.agent.store.RetainedWriter;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns socket and session: takes what happens in order, carries out what is
/// wanted in order.
final class AgentLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private final Inbox inbox = new Inbox();
  private final LiveSocket socket;
  private final MonotonicTime time;
  private @Nullable CloudLink link;
  private volatile AgentView view;

  AgentLoop(
      Socket socket,
      Hardware hardware,
      RetainedWriter writer,
      Pairing pairing,
      MonotonicTime time,
      @Nullable Recorder recorder) {
    this.socket = new LiveSocket(socket, hardware, writer, pairing, time, this::say, recorder);
    this.time = time;
    this.view = look();
  }

  /// Powers the socket up, before anything else and on the caller's thread.
  void boot(Retained retained) {
    socket.advance(new SocketInput.Booted(retained));
    view = look();
  }

  void tell(SocketInput input) {
    inbox.offer(new Item.ForSocket(input));
  }

  /// What a link's transport tells; of a link that was replaced it is ignored.
  void tell(CloudLink from, LinkInput input) {
    inbox.offer(new Item.ForLink(from, input));
  }

  /// Gives up the present link, if any, and goes on with this one, or with none.
  void use(@Nullable CloudLink next) {
    inbox.require(new Item.NewLink(next));
  }

  /// Tells whatever link there is that the network is back.
  void tellNetworkBack() {
    inbox.offer(new Item.NetworkBack());
  }

  /// Ends the loop after all that was told before.
  void stop() throws InterruptedException {
    inbox.put(new Item.Stop());
  }

  AgentView view() {
    return view;
  }

  @Override
  public void run() {
    try {
      boolean running = true;
      while (running) {
        running = turn();
      }
      socket.advance(new SocketInput.Stopping());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      socket.abandon();
      hangUp();
    }
  }

  private boolean turn() throws InterruptedException {
    Item item = inbox.poll(sleep());
    try {
      if (item instanceof Item.Stop) {
        return false;
      }
      if (item != null) {
        take(item);
      }
      socket.lookRound();
      wakeLink();
      view = look();
    } catch (RuntimeException e) {
      // A fault of ours must not end the protection with it.
      LOG.error("{} was skipped because of a fault", item, e);
    }
    return true;
  }

  private void take(Item item) {
    switch (item) {
      case Item.ForSocket(SocketInput input) -> socket.advance(input);
      case Item.ForLink(CloudLink from, LinkInput input) -> {
        if (from == link) {
          advance(from, input);
        }
      }
      case Item.NewLink(var next) -> replaceLink(next);
      case Item.NetworkBack() -> {
        CloudLink present = link;
        if (present != null) {
          advance(present, new LinkInput.NetworkBack());
        }
      }
      case Item.Stop() -> throw new IllegalStateException("the end is not taken");
    }
  }

  private Duration sleep() {
    Instant now = time.instant();
    CloudLink present = link;
    Duration sleep = LONGEST_SLEEP;
    for (Instant wake :
        new @Nullable Instant[] {socket.wakeAt(), present == null ? null : present.wakeAt()}) {
      if (wake != null && wake.isBefore(now.plus(sleep))) {
        sleep = Duration.between(now, wake);
      }
    }
    return sleep.isNegative() ? Duration.ZERO : sleep;
  }

  private void wakeLink() {
    CloudLink present = link;
    Instant due = present == null ? null : present.wakeAt();
    if (present != null && due != null && !time.instant().isBefore(due)) {
      advance(present, new LinkInput.WakeUp());
    }
  }

  private void say(SocketEffect.ToCloud words) {
    CloudLink present = link;
    if (present != null) {
      advance(present, new LinkInput.Said(words, time.correction()));
    }
  }

  private void advance(CloudLink present, LinkInput input) {
    present.advance(input, time.instant(), socket::advance);
  }

  private void replaceLink(@Nullable CloudLink next) {
    hangUp();
    link = next;
    if (next != null) {
      advance(next, new LinkInput.Started());
      socket.advance(new SocketInput.ProvisioningEnded());
    }
  }

  private void hangUp() {
    CloudLink present = link;
    if (present != null) {
      boolean wasUp = present.status() instanceof LinkStatus.Up;
      link = null;
      present.close();
      if (wasUp) {
        socket.advance(new SocketInput.LinkDown());
      }
    }
  }

  private AgentView look() {
    CloudLink present = link;
    SocketState state = socket.state();
    return new AgentView(
        present == null ? null : present.device(),
        present == null ? null : present.service(),
        state.load(),
        state.report(time.instant()),
        state.schedule(),
        socket.lamp(),
        present == null ? new LinkStatus.Unpaired() : present.status(),
        state.pendingEvents(),
        inbox.dropped());
  }
}
