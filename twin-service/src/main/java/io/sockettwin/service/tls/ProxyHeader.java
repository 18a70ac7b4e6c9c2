package io.sockettwin.service.tls;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Tells a broker where a connection really comes from: PROXY protocol, version 2, section 2.2.
final class ProxyHeader {
  private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");
  private static final byte VERSION_2_PROXIED = 0x21;
  private static final byte TCP_OVER_IPV4 = 0x11;
  private static final byte TCP_OVER_IPV6 = 0x21;
  private static final int LENGTHS_AND_KINDS = 4;
  private static final int PORTS = 4;

  private ProxyHeader() {}

  /// @param source the device
  /// @param destination where it has connected to
  static byte[] of(InetSocketAddress source, InetSocketAddress destination) {
    boolean ipv4 =
        source.getAddress() instanceof Inet4Address
            && destination.getAddress() instanceof Inet4Address;
    byte[] from = bytes(source.getAddress(), ipv4);
    byte[] to = bytes(destination.getAddress(), ipv4);
    int addresses = from.length + to.length + PORTS;
    return ByteBuffer.allocate(SIGNATURE.length + LENGTHS_AND_KINDS + addresses)
        .put(SIGNATURE)
        .put(VERSION_2_PROXIED)
        .put(ipv4 ? TCP_OVER_IPV4 : TCP_OVER_IPV6)
        .putShort((short) addresses)
        .put(from)
        .put(to)
        .putShort((short) source.getPort())
        .putShort((short) destination.getPort())
        .array();
  }

  /// Beside an IPv6 address an IPv4 one is written in the mapped form (RFC 4291, section 2.5.5.2).
  private static byte[] bytes(InetAddress address, boolean ipv4) {
    if (ipv4 || address instanceof Inet6Address) {
      return address.getAddress();
    }
    return ByteBuffer.allocate(16)
        .put(10, (byte) 0xff)
        .put(11, (byte) 0xff)
        .put(12, address.getAddress())
        .array();
  }
}
