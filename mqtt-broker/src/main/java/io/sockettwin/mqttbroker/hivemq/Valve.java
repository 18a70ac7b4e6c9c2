package io.sockettwin.mqttbroker.hivemq;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the messages that the host has and has not committed yet. Beyond the limit whoever sends
/// is held, and all are let go when half of it is left.
final class Valve {
  private final int limit;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();

  Valve(int limit) {
    this.limit = limit;
  }

  int underWay() {
    return underWay.get();
  }

  /// A message more.
  ///
  /// @return whether its sender may go on; otherwise it is to call [#hold]
  boolean enter() {
    return underWay.incrementAndGet() <= limit;
  }

  void leave() {
    if (underWay.decrementAndGet() == limit / 2) {
      letGo();
    }
  }

  /// Calls back, on any thread, when there is room again.
  void hold(Runnable goOn) {
    held.add(goOn);
    if (underWay.get() <= limit / 2) {
      letGo();
    }
  }

  private void letGo() {
    for (Runnable next = held.poll(); next != null; next = held.poll()) {
      next.run();
    }
  }
}
