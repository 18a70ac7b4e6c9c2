package io.sockettwin.loadsim.live;

/// Lets attempts to connect pass one by one, no more often than agreed.
final class ConnectGate {

  private final long intervalNanos;
  private long nextFree;

  ConnectGate(double perSecond) {
    this.intervalNanos = perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
  }

  /// When the attempt may be made.
  long pass(long now) {
    long at = Math.max(now, nextFree);
    nextFree = at + intervalNanos;
    return at;
  }
}
