package io.sockettwin.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Bytes a little other than valid ones: flipped, cut, and with pieces that parsers stumble over.
public final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          ",",
          ":",
          "null",
          "true",
          "1e999",
          "-0.0",
          "0",
          "9223372036854775808",
          "\\u0000",
          "\\ud800",
          "\uD800",
          "/",
          "+",
          "#",
          "$",
          "\0",
          "\uFEFF");

  private final Random random;

  public Mutations(Random random) {
    this.random = random;
  }

  /// One to three changes.
  public byte[] of(byte[] valid) {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> {
              if (bytes.length > 0) {
                bytes[at] = (byte) random.nextInt(256);
              }
              yield bytes;
            }
            case 1 -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(8)), "");
            case 2 -> splice(bytes, at, at, TOKENS.get(random.nextInt(TOKENS.size())));
            default ->
                splice(
                    bytes,
                    at,
                    Math.min(bytes.length, at + 1 + random.nextInt(6)),
                    TOKENS.get(random.nextInt(TOKENS.size())));
          };
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, String middle) {
    byte[] insert = middle.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[from + insert.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(insert, 0, result, from, insert.length);
    System.arraycopy(bytes, to, result, from + insert.length, bytes.length - to);
    return result;
  }
}
