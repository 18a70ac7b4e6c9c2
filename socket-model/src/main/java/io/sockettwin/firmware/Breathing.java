package io.sockettwin.firmware;

/// The lamp's breathing: one step of lightness each pass of the control loop, up to one half and
/// down to nothing, in 334 passes (firmware section 5).
final class Breathing {

  /// Steps of a whole breath, after which the lightness repeats to the bit.
  static final int STEPS = 334;

  private static final double STEP = 0.003;
  private static final float FULL = 0.5f;
  private static final float[] LIGHTNESS = lightness();

  private Breathing() {}

  /// The lightness starts at nothing on its way down, so the first step only turns it round.
  private static float[] lightness() {
    float[] table = new float[STEPS];
    float level = 0;
    boolean rising = false;
    for (int i = 0; i < STEPS; i++) {
      level = (float) (rising ? level + STEP : level - STEP);
      if (level > FULL) {
        level = FULL;
        rising = false;
      } else if (level < 0) {
        level = 0;
        rising = true;
      }
      table[i] = level;
    }
    return table;
  }

  /// The colour at a step of the breath: hue and saturation of the base colour, the lightness of
  /// the step.
  static int rgb(int baseColour, int step) {
    return Hsl.of(baseColour).rgb(LIGHTNESS[step]);
  }
}
