package io.sockettwin.loadsim.network;

import io.sockettwin.loadsim.time.Agenda;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A network in memory: what is sent arrives at its time, in the order it was sent where times are
/// the same.
public final class MemoryNetwork {

  private record Parcel(long arrivesAt, long number, Runnable delivery) {}

  private final PriorityQueue<Parcel> underWay =
      new PriorityQueue<>(
          Comparator.comparingLong(Parcel::arrivesAt).thenComparingLong(Parcel::number));
  private long sent;

  public void send(long arrivesAt, Runnable delivery) {
    underWay.add(new Parcel(arrivesAt, sent++, delivery));
  }

  /// When the next parcel arrives.
  public long nextDue() {
    Parcel next = underWay.peek();
    return next == null ? Agenda.NEVER : next.arrivesAt();
  }

  /// Delivers the next parcel.
  public void deliver() {
    underWay.remove().delivery().run();
  }
}
