package io.sockettwin.socket;

/// The brightness of a breathing lamp, step by step as the original computed it: up and down in 334
/// steps of 7 ms, in 32-bit floats (firmware section 5).
final class Breathing {

  static final int STEP_MILLISECONDS = 7;
  static final int STEPS = 334;

  private static final float FULL = 0.5f;
  private static final double CHANGE = 0.003;
  private static final float[] LIGHTNESS = lightness();

  private Breathing() {}

  /// A colour of full saturation, at its lightness after some time.
  static int rgb(int base, long milliseconds) {
    float lightness = LIGHTNESS[(int) (milliseconds / STEP_MILLISECONDS % STEPS)];
    return channel(base, 16, lightness) | channel(base, 8, lightness) | channel(base, 0, lightness);
  }

  private static int channel(int base, int shift, float lightness) {
    return (int) ((base >> shift & 0xFF) * 2 * lightness) << shift;
  }

  private static float[] lightness() {
    float[] table = new float[STEPS];
    boolean down = false;
    for (int i = 1; i < STEPS; i++) {
      float next = (float) (table[i - 1] + (down ? -CHANGE : CHANGE));
      down |= next > FULL;
      table[i] = Math.clamp(next, 0, FULL);
    }
    return table;
  }
}
