package io.sockettwin.socket;

import java.time.Duration;

/// What the lamp shows: a colour and how it is given.
public record Lamp(Pattern pattern, int rgb) {

  static final int RED = 0xFF0000;
  static final int GREEN = 0x00FF00;
  static final int BLUE = 0x0000FF;
  static final int WHITE = 0xFFFFFF;

  /// Above this power the lamp is plain red.
  private static final int RED_MILLIWATTS = 800_000;

  private static final int SECTION = 256;
  private static final int BLUE_INDEX = 4 * SECTION;

  public enum Pattern {
    STEADY,
    /// Brightness up and down once in 2.338 s.
    BREATHING,
    /// Half a second on, half a second off.
    BLINKING
  }

  private static final long BLINK_MILLISECONDS = 500;

  /// The very colour to be seen, some time after the lamp began to show this.
  public int rgbAfter(Duration shown) {
    long milliseconds = Math.max(0, shown.toMillis());
    return switch (pattern) {
      case STEADY -> rgb;
      case BREATHING -> Breathing.rgb(rgb, milliseconds);
      case BLINKING -> milliseconds / BLINK_MILLISECONDS % 2 == 0 ? rgb : 0;
    };
  }

  static Lamp of(SocketState state, SocketSettings settings) {
    Procedure procedure = state.procedure();
    if (procedure != null && procedure.kind() == Procedure.Kind.RESET) {
      // For its three seconds: nobody should have to guess whether everything was erased.
      return new Lamp(Pattern.BLINKING, WHITE);
    }
    if (state.load() == Load.TRIPPED) {
      return new Lamp(Pattern.BLINKING, RED);
    }
    if (procedure != null) {
      return new Lamp(Pattern.BLINKING, BLUE);
    }
    if (state.load() == Load.ON) {
      // That it is on, and how much it draws, matters more than whether the cloud can see it.
      return new Lamp(Pattern.BREATHING, powerColour(state.reading().activePowerMilliwatts()));
    }
    return settings.handling().showsConnecting() && !state.uplink().up()
        ? new Lamp(Pattern.BLINKING, BLUE)
        : new Lamp(Pattern.STEADY, GREEN);
  }

  /// From blue without load over cyan, green and yellow to red: a ring of colours in 256 steps a
  /// section, one watt a step (firmware section 5; the manual's table of steps is not what it
  /// does).
  static int powerColour(int milliwatts) {
    if (milliwatts > RED_MILLIWATTS) {
      return RED;
    }
    int index = BLUE_INDEX - milliwatts / 1_000;
    int rising = index % SECTION;
    int falling = SECTION - 1 - rising;
    return switch (index / SECTION) {
      case 0 -> RED | rising << 8;
      case 1 -> falling << 16 | GREEN;
      case 2 -> GREEN | rising;
      case 3 -> falling << 8 | BLUE;
      default -> rising << 16 | BLUE;
    };
  }
}
