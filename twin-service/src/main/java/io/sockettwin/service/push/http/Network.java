package io.sockettwin.service.push.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A range of addresses: those whose first bits are the same.
record Network(InetAddress first, int prefixBits) {
  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]+)/(\\d{1,3})");

  /// Reads `10.0.0.0/8` or `fd00::/8`; names are not looked up.
  static Optional<Network> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    InetAddress address = literal(matcher.group(1));
    int bits = Integer.parseInt(matcher.group(2));
    return address == null || bits > address.getAddress().length * Byte.SIZE
        ? Optional.empty()
        : Optional.of(new Network(address, bits));
  }

  /// A range known to be well written.
  static Network of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
