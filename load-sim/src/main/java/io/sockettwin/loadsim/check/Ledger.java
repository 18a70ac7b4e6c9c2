package io.sockettwin.loadsim.check;

import io.sockettwin.thing.DeviceKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/// The sums and latencies of all sockets of one thread. That thread alone writes; others may read.
public final class Ledger {

  /// Longer waits count as this one.
  public static final long LONGEST_MICROS = 600_000_000;

  private static final int DIGITS = 3;

  private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);
  private final Map<Latency, SingleWriterRecorder> latencies = new EnumMap<>(Latency.class);

  /// Hears of what others than the socket have to do with.
  public interface Ear {
    Ear NONE = new Ear() {};

    /// A control has come to its socket.
    default void controlHeard(DeviceKey device, String controlId, long nanos) {}

    /// A socket has cut off an overload.
    default void tripped(DeviceKey device, long nanos) {}
  }

  private final Ear ear;

  public Ledger(Ear ear) {
    this.ear = ear;
    for (Count count : Count.values()) {
      counts.put(count, new AtomicLong());
    }
    for (Latency latency : Latency.values()) {
      latencies.put(latency, new SingleWriterRecorder(LONGEST_MICROS, DIGITS));
    }
  }

  void controlHeard(DeviceKey device, String controlId, long nanos) {
    count(Count.CONTROLS_HEARD);
    ear.controlHeard(device, controlId, nanos);
  }

  void tripped(DeviceKey device, long nanos) {
    count(Count.TRIPS);
    ear.tripped(device, nanos);
  }

  public void count(Count count) {
    count(count, 1);
  }

  public void count(Count count, long more) {
    AtomicLong sum = sum(count);
    sum.setRelease(sum.getPlain() + more);
  }

  public long counted(Count count) {
    return sum(count).getAcquire();
  }

  public void time(Latency latency, long nanos) {
    recorder(latency).recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
  }

  /// Adds what was timed since this was asked last.
  public void drain(Latency latency, Histogram into) {
    into.add(recorder(latency).getIntervalHistogram());
  }

  public static Histogram histogram() {
    return new Histogram(LONGEST_MICROS, DIGITS);
  }

  private AtomicLong sum(Count count) {
    AtomicLong sum = counts.get(count);
    if (sum == null) {
      throw new IllegalStateException("not counted: " + count);
    }
    return sum;
  }

  private SingleWriterRecorder recorder(Latency latency) {
    SingleWriterRecorder recorder = latencies.get(latency);
    if (recorder == null) {
      throw new IllegalStateException("not timed: " + latency);
    }
    return recorder;
  }
}
