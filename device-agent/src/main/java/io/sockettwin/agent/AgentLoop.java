package io.sockettwin.agent;

import io.sockettwin.agent.credentials.Pairing;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.store.RetainedWriter;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns socket and session: takes what happens in order, carries out what is
/// wanted in order. Nothing it does waits for network or disk.
final class AgentLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);

  /// A minute and a half of meter frames; more means that the loop is stuck.
  private static final int INBOX_LIMIT = 1_024;

  /// From here on messages of the service are dropped: a flood of them must leave room for the
  /// meter.
  private static final int MESSAGES_LIMIT = INBOX_LIMIT / 2;

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private sealed interface Item {
    record ForSocket(SocketInput input) implements Item {}

    record ForLink(CloudLink link, LinkInput input) implements Item {}

    record NewLink(@Nullable CloudLink link) implements Item {}

    record NetworkBack() implements Item {}

    record Stop() implements Item {}
  }

  private final Socket socket;
  private final Hardware hardware;
  private final RetainedWriter writer;
  private final Pairing pairing;
  private final MonotonicTime time;
  private final BlockingQueue<Item> inbox = new ArrayBlockingQueue<>(INBOX_LIMIT);
  private final AtomicLong dropped = new AtomicLong();

  private SocketState socketState = SocketState.UNPOWERED;
  private @Nullable Instant socketWakeAt;
  private @Nullable CloudLink link;
  private @Nullable Lamp shown;
  private @Nullable Duration told;
  private boolean storageFailing;
  private volatile AgentView view;

  AgentLoop(
      Socket socket,
      Hardware hardware,
      RetainedWriter writer,
      Pairing pairing,
      MonotonicTime time) {
    this.socket = socket;
    this.hardware = hardware;
    this.writer = writer;
    this.pairing = pairing;
    this.time = time;
    this.view = look();
  }

  /// Powers the socket up, before anything else and on the caller's thread.
  void boot(Retained retained) {
    advance(new SocketInput.Booted(retained));
    view = look();
  }

  void tell(SocketInput input) {
    offer(new Item.ForSocket(input));
  }

  /// What a link's transport tells; of a link that was replaced it is ignored.
  void tell(CloudLink from, LinkInput input) {
    if (input instanceof LinkInput.Received && inbox.size() >= MESSAGES_LIMIT) {
      dropped.incrementAndGet();
    } else {
      offer(new Item.ForLink(from, input));
    }
  }

  /// Gives up the present link, if any, and goes on with this one, or with none.
  void use(@Nullable CloudLink next) {
    if (!inbox.offer(new Item.NewLink(next))) {
      throw new IllegalStateException("the loop is stuck: its inbox is full");
    }
  }

  /// Tells whatever link there is that the network is back.
  void tellNetworkBack() {
    offer(new Item.NetworkBack());
  }

  /// Ends the loop after all that was told before; waits for room if there is none.
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
      advance(new SocketInput.Stopping());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // A socket that nobody watches is off.
      hardware.relay().open();
      hangUp();
    }
  }

  private boolean turn() throws InterruptedException {
    Item item = inbox.poll(sleep().toNanos(), TimeUnit.NANOSECONDS);
    try {
      switch (item) {
        case null -> {}
        case Item.ForSocket(SocketInput input) -> advance(input);
        case Item.ForLink(CloudLink from, LinkInput input) -> {
          if (from == link) {
            advance(from, input);
          }
        }
        case Item.NewLink(var next) -> replaceLink(next);
        case Item.NetworkBack() -> networkBack();
        case Item.Stop() -> {
          return false;
        }
      }
      wakeUp();
      watchStorage();
      watchClock();
      view = look();
    } catch (RuntimeException e) {
      // A fault of ours must not end the protection with it.
      LOG.error("{} was skipped because of a fault", item, e);
    }
    return true;
  }

  private Duration sleep() {
    Instant now = time.instant();
    Duration sleep = LONGEST_SLEEP;
    for (Instant wake : new @Nullable Instant[] {socketWakeAt, linkWakeAt()}) {
      if (wake != null && wake.isBefore(now.plus(sleep))) {
        sleep = Duration.between(now, wake);
      }
    }
    return sleep.isNegative() ? Duration.ZERO : sleep;
  }

  private void wakeUp() {
    if (due(socketWakeAt)) {
      socketWakeAt = null;
      advance(new SocketInput.WakeUp());
    }
    CloudLink present = link;
    if (present != null && due(present.wakeAt())) {
      advance(present, new LinkInput.WakeUp());
    }
  }

  private void watchStorage() {
    boolean failing = writer.failing();
    if (failing && !storageFailing) {
      advance(new SocketInput.FaultFound(SocketEvent.STORAGE_FAILING));
    }
    storageFailing = failing;
  }

  /// The socket's own time never jumps; the time of day may, above all when a network brings it.
  private void watchClock() {
    Duration correction = time.correction();
    if (!correction.equals(told)) {
      told = correction;
      advance(new SocketInput.ClockSet(time.instant().plus(correction)));
    }
  }

  private @Nullable Instant linkWakeAt() {
    CloudLink present = link;
    return present == null ? null : present.wakeAt();
  }

  private boolean due(@Nullable Instant wake) {
    return wake != null && !time.instant().isBefore(wake);
  }

  private void advance(SocketInput input) {
    Step step = socket.advance(socketState, input, time.instant());
    socketState = step.state();
    for (SocketEffect effect : step.effects()) {
      carryOut(effect);
    }
    Lamp lamp = socket.lamp(socketState);
    if (!lamp.equals(shown)) {
      shown = lamp;
      hardware.lamp().show(lamp);
    }
  }

  private void carryOut(SocketEffect effect) {
    switch (effect) {
      case SocketEffect.OpenRelay() -> hardware.relay().open();
      case SocketEffect.CloseRelay() -> hardware.relay().close();
      case SocketEffect.ToCloud words -> say(words);
      case SocketEffect.StoreEnergy(long milliwattHours) -> writer.storeEnergy(milliwattHours);
      case SocketEffect.Remember(Memory memory) -> writer.remember(memory);
      case SocketEffect.StartProvisioning(Duration window) -> pairing.openFor(window);
      case SocketEffect.StopProvisioning() -> pairing.endWindow();
      case SocketEffect.EraseAll() -> {
        writer.eraseAll();
        pairing.forget();
      }
      case SocketEffect.WakeAt(Instant wake) -> socketWakeAt = wake;
    }
  }

  private void say(SocketEffect.ToCloud words) {
    CloudLink present = link;
    if (present != null) {
      advance(present, new LinkInput.Said(words, time.correction()));
    }
  }

  private void advance(CloudLink present, LinkInput input) {
    present.advance(input, time.instant(), this::advance);
  }

  private void networkBack() {
    CloudLink present = link;
    if (present != null) {
      advance(present, new LinkInput.NetworkBack());
    }
  }

  private void replaceLink(@Nullable CloudLink next) {
    hangUp();
    link = next;
    if (next != null) {
      advance(next, new LinkInput.Started());
      advance(new SocketInput.ProvisioningEnded());
    }
  }

  private void hangUp() {
    CloudLink present = link;
    if (present != null) {
      boolean wasUp = present.status() instanceof LinkStatus.Up;
      link = null;
      present.close();
      if (wasUp) {
        advance(new SocketInput.LinkDown());
      }
    }
  }

  private void offer(Item item) {
    if (!inbox.offer(item)) {
      dropped.incrementAndGet();
    }
  }

  private AgentView look() {
    CloudLink present = link;
    return new AgentView(
        present == null ? null : present.device(),
        present == null ? null : present.service(),
        socketState.load(),
        socketState.report(time.instant()),
        socket.lamp(socketState),
        present == null ? new LinkStatus.Unpaired() : present.status(),
        socketState.pendingEvents(),
        dropped.get());
  }
}
