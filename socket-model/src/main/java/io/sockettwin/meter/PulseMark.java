package io.sockettwin.meter;

/// Where the meter's energy pulse counter stood when it was last counted.
public record PulseMark(int counter, boolean overflowBit) {

  private static final int COUNTER_RANGE = 1 << 16;

  public static PulseMark of(Frame frame) {
    return new PulseMark(frame.pulseCounter(), frame.pulseOverflowBit());
  }

  /// Pulses counted since this mark. A counter that went back without having overflowed belongs to
  /// a meter that restarted: nothing is counted, its new value is the next mark.
  public int pulsesUntil(PulseMark later) {
    int wrapped = wrappedUntil(later) ? COUNTER_RANGE : 0;
    return Math.max(0, later.counter - counter + wrapped);
  }

  /// Whether the counter has started again from zero since this mark, by itself or with its meter.
  public boolean wrappedUntil(PulseMark later) {
    return later.overflowBit != overflowBit;
  }
}
