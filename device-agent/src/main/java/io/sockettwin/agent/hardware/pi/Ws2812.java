package io.sockettwin.agent.hardware.pi;

import java.util.Optional;
import java.util.stream.Stream;

/// The bytes on an SPI data line whose levels are the pulses a WS2812 takes for a colour.
///
/// Each of its bits is a pulse of 1.25 us, long for a one and short for a zero (data sheet of the
/// WS2812B: high for 0.8 us or 0.4 us, each within 0.15 us); the bus draws it in 3, 4 or 8 bits.
final class Ws2812 {

  /// How fast the bus is, and what it draws a bit of the lamp with.
  enum Rate {
    MHZ_2_4(2_400_000, 3, 0b100, 0b110),
    MHZ_3_2(3_200_000, 4, 0b1000, 0b1110),
    MHZ_6_4(6_400_000, 8, 0b1110_0000, 0b1111_1000);

    private final int hertz;
    private final int width;
    private final int zero;
    private final int one;

    Rate(int hertz, int width, int zero, int one) {
      this.hertz = hertz;
      this.width = width;
      this.zero = zero;
      this.one = one;
    }

    /// Reads `2.4`, `3.2` or `6.4`.
    static Optional<Rate> parse(String megahertz) {
      return Stream.of(values())
          .filter(rate -> megahertz.equals(String.valueOf(rate.hertz / 1e6)))
          .findFirst();
    }

    int hertz() {
      return hertz;
    }

    /// How many bytes take this time, rounded up.
    private int bytes(int microseconds) {
      return Math.ceilDiv(hertz / 1_000 * microseconds, 1_000 * Byte.SIZE);
    }
  }

  /// Silence after which a lamp takes over what it was sent; older chips need 50 us.
  static final int RESET_MICROSECONDS = 300;

  private static final int COLOUR_BITS = 24;

  private Ws2812() {}

  /// A silence, the colour, and a silence.
  static byte[] encode(int rgb, Rate rate) {
    int silence = rate.bytes(RESET_MICROSECONDS);
    int colour = COLOUR_BITS * rate.width / Byte.SIZE;
    byte[] bytes = new byte[silence + colour + silence];
    int at = silence * Byte.SIZE;
    for (int bit = COLOUR_BITS - 1; bit >= 0; bit--) {
      int drawn = (greenRedBlue(rgb) >> bit & 1) == 0 ? rate.zero : rate.one;
      for (int i = rate.width - 1; i >= 0; i--) {
        if ((drawn >> i & 1) != 0) {
          bytes[at / Byte.SIZE] |= (byte) (0x80 >> at % Byte.SIZE);
        }
        at++;
      }
    }
    return bytes;
  }

  private static int greenRedBlue(int rgb) {
    return (rgb & 0x00FF00) << 8 | (rgb & 0xFF0000) >> 8 | (rgb & 0x0000FF);
  }
}
