package io.sockettwin.mqttbroker.hivemq;

/// A lasting rate with room for a burst.
final class TokenBucket {

  private static final long NANOS = 1_000_000_000;

  private final long nanosPerToken;
  private final long burstNanos;

  /// When the bucket will be full again.
  private long fullAt;

  private boolean used;

  TokenBucket(int perSecond, int burstSeconds) {
    nanosPerToken = NANOS / perSecond;
    burstNanos = burstSeconds * NANOS;
  }

  /// Takes a token, if there is one.
  synchronized boolean take(long nanoTime) {
    long from = used && fullAt - nanoTime > 0 ? fullAt : nanoTime;
    long next = from + nanosPerToken;
    if (next - nanoTime > burstNanos) {
      return false;
    }
    fullAt = next;
    used = true;
    return true;
  }
}
