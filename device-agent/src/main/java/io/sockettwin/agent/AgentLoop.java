package io.sockettwin.agent;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.LinkEffect;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.link.Session;
import io.sockettwin.agent.link.SessionState;
import io.sockettwin.agent.link.SessionStep;
import io.sockettwin.agent.link.Transport;
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
import io.sockettwin.thing.DeviceKey;
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

    record ForLink(LinkInput input) implements Item {}

    record Stop() implements Item {}
  }

  private final DeviceKey device;
  private final Socket socket;
  private final Session session;
  private final Hardware hardware;
  private final RetainedWriter writer;
  private final MonotonicTime time;
  private final BlockingQueue<Item> inbox = new ArrayBlockingQueue<>(INBOX_LIMIT);
  private final AtomicLong dropped = new AtomicLong();

  private SocketState socketState = SocketState.UNPOWERED;
  private SessionState sessionState = SessionState.INITIAL;
  private @Nullable Instant socketWakeAt;
  private @Nullable Transport transport;
  private @Nullable Lamp shown;
  private @Nullable Duration told;
  private boolean storageFailing;
  private volatile AgentView view;

  AgentLoop(
      DeviceKey device,
      Socket socket,
      Session session,
      Hardware hardware,
      RetainedWriter writer,
      MonotonicTime time) {
    this.device = device;
    this.socket = socket;
    this.session = session;
    this.hardware = hardware;
    this.writer = writer;
    this.time = time;
    this.view = look();
  }

  /// Powers the socket up, before anything else and on the caller's thread.
  void boot(Retained retained, Transport over) {
    transport = over;
    advance(new SocketInput.Booted(retained));
    advance(new LinkInput.Started());
    view = look();
  }

  void tell(SocketInput input) {
    offer(new Item.ForSocket(input));
  }

  void tell(LinkInput input) {
    if (input instanceof LinkInput.Received && inbox.size() >= MESSAGES_LIMIT) {
      dropped.incrementAndGet();
    } else {
      offer(new Item.ForLink(input));
    }
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
    }
  }

  private boolean turn() throws InterruptedException {
    Item item = inbox.poll(sleep().toNanos(), TimeUnit.NANOSECONDS);
    try {
      switch (item) {
        case null -> {}
        case Item.ForSocket(SocketInput input) -> advance(input);
        case Item.ForLink(LinkInput input) -> advance(input);
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
      LOG.error("{}: {} was skipped because of a fault", device, item, e);
    }
    return true;
  }

  private Duration sleep() {
    Instant now = time.instant();
    Duration sleep = LONGEST_SLEEP;
    for (Instant wake : new @Nullable Instant[] {socketWakeAt, sessionState.wakeAt()}) {
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
    if (due(sessionState.wakeAt())) {
      advance(new LinkInput.WakeUp());
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
      case SocketEffect.ToCloud words -> advance(new LinkInput.Said(words, time.correction()));
      case SocketEffect.StoreEnergy(long milliwattHours) -> writer.storeEnergy(milliwattHours);
      case SocketEffect.Remember(Memory memory) -> writer.remember(memory);
      case SocketEffect.StartProvisioning(Duration window) ->
          LOG.info("{}: waits {} s to be told its network", device, window.toSeconds());
      case SocketEffect.StopProvisioning() -> LOG.info("{}: was not told its network", device);
      case SocketEffect.EraseAll() -> writer.eraseAll();
      case SocketEffect.WakeAt(Instant wake) -> socketWakeAt = wake;
    }
  }

  private void advance(LinkInput input) {
    SessionStep step = session.advance(sessionState, input, time.instant());
    sessionState = step.state();
    for (LinkEffect effect : step.effects()) {
      carryOut(effect);
    }
  }

  private void carryOut(LinkEffect effect) {
    Transport over = transport;
    if (over == null) {
      throw new IllegalStateException("not booted");
    }
    switch (effect) {
      case LinkEffect.Connect() -> over.connect();
      case LinkEffect.Subscribe() -> over.subscribe();
      case LinkEffect.Publish(var message) -> over.publish(message);
      case LinkEffect.HangUp() -> over.hangUp();
      case LinkEffect.Tell(SocketInput input) -> advance(input);
      case LinkEffect.StatusChanged(LinkStatus status) -> log(status);
      case LinkEffect.Warn(String text) -> LOG.warn("{}: {}", device, text);
    }
  }

  private void log(LinkStatus status) {
    switch (status) {
      case LinkStatus.Down down -> LOG.warn("{}: {}; trying again", device, down.sentence());
      case LinkStatus.Up up -> LOG.info("{}: {}", device, up.sentence());
      case LinkStatus.Connecting connecting -> LOG.info("{}: {}", device, connecting.sentence());
    }
  }

  private void offer(Item item) {
    if (!inbox.offer(item)) {
      dropped.incrementAndGet();
    }
  }

  private AgentView look() {
    return new AgentView(
        socketState.load(),
        socketState.report(time.instant()),
        socket.lamp(socketState),
        sessionState.status(),
        socketState.pendingEvents(),
        dropped.get());
  }
}
