package io.sockettwin.firmware;

/// The button as the control loop sees it: sampled every 3 ms, without debouncing (T5), the last
/// sample that was not "released" kept until it is read (firmware section 4).
///
/// @param pressedBefore the previous sample
/// @param read whether the code was read since, so that the next sample replaces it
record KeyLatch(boolean pressedBefore, int code, boolean read) {

  static final int RELEASED = 0;

  static final KeyLatch POWERED_UP = new KeyLatch(false, RELEASED, true);

  /// A sample as a code: bit 0 pressed now, bit 1 pressed the time before.
  KeyLatch sampled(boolean pressed) {
    int sample = (pressed ? 1 : 0) | (pressedBefore ? 2 : 0);
    int next = read || sample != RELEASED ? sample : code;
    boolean same = pressed == pressedBefore && next == code && !read;
    return same ? this : new KeyLatch(pressed, next, false);
  }

  KeyLatch afterRead() {
    return read ? this : new KeyLatch(pressedBefore, code, true);
  }
}
