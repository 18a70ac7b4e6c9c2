package io.sockettwin.loadsim.time;

/// Moments at a steady rate that nothing can hold up: the load stays what it was meant to be even
/// when it is answered late (an open loop).
public final class Pace {

  private static final double NANOS_PER_SECOND = 1e9;

  private final double perSecond;
  private final long fromNanos;
  private long taken;

  public Pace(double perSecond, long fromNanos) {
    if (!(perSecond >= 0) || perSecond > NANOS_PER_SECOND) {
      throw new IllegalArgumentException("no such rate: " + perSecond);
    }
    this.perSecond = perSecond;
    this.fromNanos = fromNanos;
  }

  /// When the next is due.
  public long nextDue() {
    return perSecond == 0
        ? Agenda.NEVER
        : fromNanos + (long) (taken * (NANOS_PER_SECOND / perSecond));
  }

  public void take() {
    taken++;
  }
}
