package io.sockettwin.firmware;

/// What a press of the button means by its length, as measured in steps of 31 ms from the first
/// read that saw it to the first that did not (T6).
enum Press {
  CLICK,
  PROVISION,
  RESET,
  NOTHING;

  static final int READ_SLEEP = 31;

  static Press of(int ticks) {
    if (Integer.compareUnsigned(ticks, 1_000) < 0) {
      return CLICK;
    }
    if (between(ticks, 5_000, 10_000)) {
      return PROVISION;
    }
    return between(ticks, 10_000, 15_000) ? RESET : NOTHING;
  }

  private static boolean between(int ticks, int low, int high) {
    return Integer.compareUnsigned(ticks, low) > 0 && Integer.compareUnsigned(ticks, high) < 0;
  }
}
