package io.sockettwin.meter;

import java.time.Duration;

/// The meter's serial line in time: 4800 baud, eight bits and an even parity bit, frames with
/// pauses between them (data sheet of the HLW8032).
public final class Line {

  public static final int BAUD = 4_800;

  /// Start, eight data bits, parity, stop.
  public static final int BITS_PER_BYTE = 11;

  /// A frame takes 55 ms on the wire: what it says is at least that old when it is complete.
  public static final Duration FRAME_TIME = byteEnd(Frame.LENGTH - 1);

  /// Silence between two frames; longer than any pause a reader may take for one of them.
  public static final Duration PAUSE = Duration.ofMillis(50);

  /// From the start of a frame to that of the next.
  public static final Duration FRAME_PERIOD = FRAME_TIME.plus(PAUSE);

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private Line() {}

  /// When a byte of a frame, counted from 0, has arrived, from the start of the frame.
  public static Duration byteEnd(int index) {
    if (index < 0 || index >= Frame.LENGTH) {
      throw new IllegalArgumentException("a frame has no byte " + index);
    }
    return Duration.ofNanos((index + 1L) * BITS_PER_BYTE * NANOS_PER_SECOND / BAUD);
  }
}
