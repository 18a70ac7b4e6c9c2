package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.network.MemoryNetwork;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Sockets and service, connected through a network in memory: the time it takes is drawn from the
/// seed, and messages on the same way may overtake each other no more than TCP lets them.
final class WarpNetwork {

  /// One way takes from five to twenty milliseconds.
  private static final long LEAST_NANOS = 5_000_000;

  private static final long SPREAD_NANOS = 15_000_000;

  /// What a link that does not read holds back; more is dropped, as a broker does.
  private static final int MAX_HELD = 1_000;

  private final Instant start;
  private final Cloud cloud;
  private final RandomGenerator dice;
  private final Agenda agenda;
  private final MemoryNetwork network = new MemoryNetwork();
  private final Map<WarpLink, List<Runnable>> held = new HashMap<>();
  private long now;
  private long lastUp;
  private long lastDown;

  WarpNetwork(Instant start, Cloud cloud, Agenda agenda, RandomGenerator dice) {
    this.start = start;
    this.cloud = cloud;
    this.agenda = agenda;
    this.dice = dice;
  }

  Cloud cloud() {
    return cloud;
  }

  long now() {
    return now;
  }

  void now(long nanos) {
    now = nanos;
  }

  Instant instant() {
    return start.plusNanos(now);
  }

  long nextDue() {
    return network.nextDue();
  }

  void deliver() {
    network.deliver();
  }

  void atService(Consumer<Instant> delivery) {
    lastUp = Math.max(lastUp, now + oneWay());
    network.send(lastUp, () -> delivery.accept(instant()));
  }

  void atService(long delay, Consumer<Instant> delivery) {
    if (delay == 0) {
      atService(delivery);
    } else {
      network.send(now + oneWay() + delay, () -> delivery.accept(instant()));
    }
  }

  /// Afterwards the socket's next time is asked for anew.
  void atSocket(WarpLink link, long delay, Consumer<Long> delivery) {
    long arrivesAt = delay == 0 ? Math.max(lastDown, now + oneWay()) : now + delay;
    lastDown = delay == 0 ? arrivesAt : lastDown;
    network.send(
        arrivesAt,
        () -> {
          delivery.accept(now);
          agenda.set(link.socket().member().number(), link.socket().dueAt());
        });
  }

  void tell(WarpLink link, List<Message.Down> messages) {
    link.down(messages);
  }

  void hold(WarpLink link, Runnable delivery) {
    List<Runnable> waiting = held.computeIfAbsent(link, _ -> new ArrayList<>());
    if (waiting.size() < MAX_HELD) {
      waiting.add(delivery);
    }
  }

  void forget(WarpLink link) {
    held.remove(link);
  }

  void release(WarpLink link) {
    List<Runnable> waiting = held.remove(link);
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  private long oneWay() {
    return LEAST_NANOS + (long) (SPREAD_NANOS * dice.nextDouble());
  }
}
