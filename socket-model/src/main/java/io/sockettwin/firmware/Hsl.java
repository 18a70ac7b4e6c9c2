package io.sockettwin.firmware;

/// Hue and saturation of a colour, and the way back at any lightness, with the roundings of the
/// original: stored values are floats, calculations between them are done in double.
record Hsl(float hue, float saturation) {

  private static final double THIRD = 1.0 / 3;
  private static final double TWO_THIRDS = 2.0 / 3;

  static Hsl of(int rgb) {
    float red = (rgb >> 16 & 0xFF) / 255f;
    float green = (rgb >> 8 & 0xFF) / 255f;
    float blue = (rgb & 0xFF) / 255f;
    float max = Math.max(red, Math.max(green, blue));
    float min = Math.min(red, Math.min(green, blue));
    float range = max - min;
    if (range == 0) {
      return new Hsl(0, 0);
    }
    float sum = max + min;
    float saturation = sum < 1 ? range / sum : range / (2 - max - min);
    float degrees;
    if (max == red) {
      degrees = 60 * (green - blue) / range + (green < blue ? 360 : 0);
    } else if (max == green) {
      degrees = 60 * (blue - red) / range + 120;
    } else {
      degrees = 60 * (red - green) / range + 240;
    }
    return new Hsl(degrees / 360, saturation);
  }

  int rgb(float lightness) {
    float high =
        lightness < 0.5
            ? lightness * (1 + saturation)
            : lightness + saturation - saturation * lightness;
    float low = 2 * lightness - high;
    int red = channel(low, high, (float) (hue + THIRD));
    int green = channel(low, high, hue);
    int blue = channel(low, high, (float) (hue - THIRD));
    return red << 16 | green << 8 | blue;
  }

  private static int channel(float low, float high, float shifted) {
    float turn = shifted;
    if (turn < 0) {
      turn += 1;
    }
    if (turn > 1) {
      turn -= 1;
    }
    double range = high - low;
    double share;
    if (6.0 * turn < 1) {
      share = low + range * 6 * turn;
    } else if (2.0 * turn < 1) {
      share = high;
    } else if (3.0 * turn < 2) {
      share = low + range * (TWO_THIRDS - turn) * 6;
    } else {
      share = low;
    }
    return (int) (255 * share);
  }
}
