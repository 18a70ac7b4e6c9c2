package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProxyHeaderTest {
  private static String header(String source, String destination) {
    return HexFormat.of()
        .formatHex(
            ProxyHeader.of(
                new InetSocketAddress(source, 0xABCD), new InetSocketAddress(destination, 8883)));
  }

  @Test
  void tellsAnIpv4Address() {
    assertThat(header("192.0.2.1", "198.51.100.2"))
        .isEqualTo(
            "0d0a0d0a000d0a515549540a" + "2111" + "000c" + "c0000201" + "c6336402" + "abcd22b3");
  }

  @Test
  void tellsAnIpv6AddressAndMapsAnIpv4OneBesideIt() {
    String from = "20010db8000000000000000000000001";
    assertThat(header("2001:db8::1", "192.0.2.1"))
        .isEqualTo(
            "0d0a0d0a000d0a515549540a"
                + "2121"
                + "0024"
                + from
                + "00000000000000000000ffffc0000201"
                + "abcd22b3");
  }
}
