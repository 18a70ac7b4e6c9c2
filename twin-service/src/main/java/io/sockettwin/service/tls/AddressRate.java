package io.sockettwin.service.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/// How fast one address may open connections: a bucket of tokens for each.
///
/// An IPv6 subscriber has a network of 64 bits to himself, which counts as one address.
final class AddressRate {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long nanosPerConnection;
  private final long burstNanos;

  /// When the bucket of an address will be full again. One that is full need not be remembered.
  private final Cache<Long, Long> fullAt;

  AddressRate(int perSecond) {
    nanosPerConnection = NANOS / perSecond;
    burstNanos = Limits.BURST_SECONDS * NANOS;
    fullAt =
        Caffeine.newBuilder()
            .maximumSize(Limits.ADDRESSES)
            .expireAfterWrite(Duration.ofNanos(burstNanos))
            .build();
  }

  /// Takes a token, if there is one.
  boolean take(InetAddress address, long nanoTime) {
    boolean[] taken = new boolean[1];
    var _ =
        fullAt
            .asMap()
            .compute(
                key(address),
                (any, known) -> {
                  long from = known == null || known - nanoTime < 0 ? nanoTime : known;
                  long next = from + nanosPerConnection;
                  taken[0] = next - nanoTime <= burstNanos;
                  return taken[0] ? next : from;
                });
    return taken[0];
  }

  private static long key(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet6Address ? bytes.getLong() : bytes.getInt();
  }
}
