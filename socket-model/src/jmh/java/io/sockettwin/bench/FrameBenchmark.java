package io.sockettwin.bench;

import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.meter.Line;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A frame out of its 24 bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {

  private final List<byte[]> frames = Household.frames(1).stream().map(Frame::bytes).toList();
  private final FrameReader reader = FrameReader.hunting();
  private int next;
  private long milliseconds;

  @Benchmark
  public Optional<Frame> decode() {
    milliseconds += Line.FRAME_PERIOD.toMillis();
    byte[] bytes = frames.get(next++ % Household.FRAMES);
    Optional<Frame> frame = Optional.empty();
    for (byte each : bytes) {
      frame = reader.accept(each, milliseconds);
    }
    return frame;
  }
}
