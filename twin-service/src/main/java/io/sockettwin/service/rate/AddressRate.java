package io.sockettwin.service.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/// How fast network addresses may do something.
///
/// An IPv6 subscriber has a network of 64 bits to himself, which counts as one address.
public final class AddressRate {
  /// What an address may do at once, in time of its lasting rate.
  public static final Duration BURST = Duration.ofSeconds(5);

  /// Addresses remembered for their rate; about 200 bytes each.
  private static final int MAX_ADDRESSES = 10_000;

  private final Rate<Long> rate;

  public AddressRate(int perSecond) {
    rate = new Rate<>(perSecond, BURST, MAX_ADDRESSES);
  }

  /// Takes a token, if there is one.
  public boolean take(InetAddress address, long nanoTime) {
    return rate.take(key(address), nanoTime);
  }

  private static Long key(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet6Address ? bytes.getLong() : bytes.getInt();
  }
}
