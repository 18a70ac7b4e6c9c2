package io.sockettwin.service.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/// How fast each of many may do something: a bucket of tokens for each.
///
/// @param <K> who
public final class Rate<K> {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long nanosPerToken;
  private final long burstNanos;

  /// When a bucket will be full again. One that is full need not be remembered.
  private final Cache<K, Long> fullAt;

  /// A rate for each key.
  ///
  /// @param burst how much may come at once, in time of its lasting rate
  /// @param maxKeys how many are remembered; of more, those heard of longest ago start anew
  public Rate(int perSecond, Duration burst, int maxKeys) {
    if (perSecond < 1) {
      throw new IllegalArgumentException("a rate of " + perSecond + "/s");
    }
    nanosPerToken = NANOS / perSecond;
    burstNanos = burst.toNanos();
    fullAt = Caffeine.newBuilder().maximumSize(maxKeys).expireAfterWrite(burst).build();
  }

  /// Takes a token, if there is one.
  public boolean take(K key, long nanoTime) {
    boolean[] taken = new boolean[1];
    var _ =
        fullAt
            .asMap()
            .compute(
                key,
                (any, known) -> {
                  long from = known == null || known - nanoTime < 0 ? nanoTime : known;
                  long next = from + nanosPerToken;
                  taken[0] = next - nanoTime <= burstNanos;
                  return taken[0] ? next : from;
                });
    return taken[0];
  }
}
