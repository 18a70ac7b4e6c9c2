package io.sockettwin.service.push.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which addresses a request may go to: those of the public Internet, with TLS, and those the
/// operator allows. The service must not become a way into the network it runs in.
public record TargetRule(List<Network> allowed) {
  private record Special(Network network, String what) {
    static Special of(String network, String what) {
      return new Special(Network.of(network), what);
    }
  }

  /// The special-purpose registries of IANA (RFC 6890 and its updates), and two addresses at which
  /// clouds tell a machine its secrets.
  private static final List<Special> SPECIAL =
      List.of(
          Special.of("0.0.0.0/8", "this machine"),
          Special.of("10.0.0.0/8", "a private network"),
          Special.of("100.64.0.0/10", "a provider's private network"),
          Special.of("127.0.0.0/8", "this machine"),
          Special.of("168.63.129.16/32", "a cloud's metadata"),
          Special.of("169.254.0.0/16", "link-local, where clouds keep metadata"),
          Special.of("172.16.0.0/12", "a private network"),
          Special.of("192.0.0.0/24", "reserved for protocols"),
          Special.of("192.0.2.0/24", "reserved for documentation"),
          Special.of("192.88.99.0/24", "reserved"),
          Special.of("192.168.0.0/16", "a private network"),
          Special.of("198.18.0.0/15", "reserved for measurements"),
          Special.of("198.51.100.0/24", "reserved for documentation"),
          Special.of("203.0.113.0/24", "reserved for documentation"),
          Special.of("224.0.0.0/4", "multicast"),
          Special.of("240.0.0.0/4", "reserved"),
          Special.of("::/128", "this machine"),
          Special.of("::1/128", "this machine"),
          Special.of("2001::/23", "reserved for protocols"),
          Special.of("2001:db8::/32", "reserved for documentation"),
          Special.of("3fff::/20", "reserved for documentation"),
          Special.of("fc00::/7", "a private network"),
          Special.of("fe80::/10", "link-local"),
          Special.of("ff00::/8", "multicast"));

  /// Everything else in IPv6 is not assigned to anybody (RFC 4291).
  private static final Network PUBLIC_IPV6 = Network.of("2000::/3");

  /// IPv6 addresses that lead to an IPv4 address, and the byte at which that begins: of the old
  /// form, NAT64 (RFC 6052), 6to4 (RFC 3056).
  private record Embedding(Network network, int offset) {}

  private static final List<Embedding> EMBEDDINGS =
      List.of(
          new Embedding(Network.of("::/96"), 12),
          new Embedding(Network.of("64:ff9b::/96"), 12),
          new Embedding(Network.of("2002::/16"), 2));

  public TargetRule {
    allowed = List.copyOf(allowed);
  }

  /// Why a request must not go there, if it must not.
  public Optional<String> objection(boolean encrypted, InetAddress address) {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return Optional.empty();
    }
    String where = address.getHostAddress();
    return special(address)
        .map(what -> where + " is " + what + ", not in sockettwin.push.allowed-networks")
        .or(() ->
            encrypted
                ? Optional.empty()
                : Optional.of(where + " is public: only https goes there"));
  }

  private static Optional<String> special(InetAddress address) {
    Optional<String> known =
        SPECIAL.stream()
            .filter(special -> special.network.contains(address))
            .map(Special::what)
            .findFirst();
    if (known.isPresent() || address instanceof Inet4Address) {
      return known;
    }
    Optional<Embedding> embedding =
        EMBEDDINGS.stream().filter(it -> it.network.contains(address)).findFirst();
    if (embedding.isPresent()) {
      return special(inner(address, embedding.get().offset));
    }
    return PUBLIC_IPV6.contains(address) ? Optional.empty() : Optional.of("not a public address");
  }

  private static InetAddress inner(InetAddress address, int offset) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
