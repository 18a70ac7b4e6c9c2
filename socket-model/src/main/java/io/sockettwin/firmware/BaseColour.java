package io.sockettwin.firmware;

/// The colour the lamp breathes in, by the active power (firmware section 5).
final class BaseColour {

  static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;

  /// Above this it is plain red: a jump from orange.
  private static final double RED_WATTS = 800;

  private static final int SECTION = 256;
  private static final int BLUE_INDEX = 4 * SECTION;

  private BaseColour() {}

  /// A ring of six sections from red over yellow, green, cyan, blue and magenta, one watt a step.
  /// "Not a number" counts as 0 W (M6); a negative power runs into magenta (T23).
  static int of(float watts) {
    if (watts > RED_WATTS) {
      return RED;
    }
    int index = BLUE_INDEX - (int) watts;
    int rising = index & SECTION - 1;
    int falling = SECTION - 1 - rising;
    return switch (index / SECTION) {
      case 0 -> RED | rising << 8;
      case 1 -> falling << 16 | GREEN;
      case 2 -> GREEN | rising;
      case 3 -> falling << 8 | BLUE;
      case 4 -> rising << 16 | BLUE;
      default -> RED | falling;
    };
  }
}
