package io.sockettwin.service.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressRateTest {
  private static final long SECOND = 1_000_000_000;

  private final AddressRate rate = new AddressRate(10);

  /// The clock overflows after the first second, which is legal for `System.nanoTime`.
  private static long after(long seconds) {
    return Long.MAX_VALUE - SECOND + seconds * SECOND;
  }

  private long taken(String address, long at, int attempts) throws UnknownHostException {
    InetAddress parsed = InetAddress.getByName(address);
    return IntStream.range(0, attempts).filter(any -> rate.take(parsed, at)).count();
  }

  @Test
  void grantsABurstAndThenTheRate() throws UnknownHostException {
    assertThat(taken("192.0.2.1", after(0), 100)).isEqualTo(50);
    assertThat(taken("192.0.2.1", after(1), 100)).isEqualTo(10);
    assertThat(taken("192.0.2.1", after(3), 100)).isEqualTo(20);
    assertThat(taken("192.0.2.1", after(60), 100)).isEqualTo(50);
  }

  @Test
  void countsAddressesApartAndAnIpv6NetworkAsOne() throws UnknownHostException {
    assertThat(taken("192.0.2.1", after(0), 100)).isEqualTo(50);
    assertThat(taken("192.0.2.2", after(0), 100)).isEqualTo(50);
    assertThat(taken("2001:db8::1", after(0), 30)).isEqualTo(30);
    assertThat(taken("2001:db8::2", after(0), 30)).isEqualTo(20);
    assertThat(taken("2001:db8:0:1::1", after(0), 30)).isEqualTo(30);
  }
}
