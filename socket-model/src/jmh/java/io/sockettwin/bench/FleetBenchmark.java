package io.sockettwin.bench;

import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.meter.Line;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One frame period of ten thousand sockets: 24 bytes decoded and one step made for each. A core
/// has 105 ms for it; what it needs of them is the share of a core that such a fleet costs.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FleetBenchmark {

  private static final int SOCKETS = 10_000;

  private final Socket socket = new Socket(SocketSettings.DEFAULT);
  private final List<byte[]> frames = Household.frames(1).stream().map(Frame::bytes).toList();
  private final FrameReader[] readers = new FrameReader[SOCKETS];
  private final SocketState[] states = new SocketState[SOCKETS];
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int period;

  public FleetBenchmark() {
    Arrays.setAll(readers, i -> FrameReader.hunting());
    Arrays.setAll(states, i -> connected());
  }

  @Benchmark
  public int framePeriod() {
    now = now.plus(Line.FRAME_PERIOD);
    period++;
    int effects = 0;
    for (int i = 0; i < SOCKETS; i++) {
      // Each socket is at another place of the recording.
      byte[] bytes = frames.get((period + i) % Household.FRAMES);
      Step step = socket.advance(states[i], new SocketInput.FrameReceived(frame(i, bytes)), now);
      states[i] = step.state();
      for (SocketEffect effect : step.effects()) {
        effects += effect instanceof SocketEffect.ToCloud ? 1 : 0;
      }
    }
    return effects;
  }

  private Frame frame(int i, byte[] bytes) {
    Optional<Frame> frame = Optional.empty();
    for (byte each : bytes) {
      frame = readers[i].accept(each, now.toEpochMilli());
    }
    return frame.orElseThrow();
  }

  private SocketState connected() {
    SocketInput boot = new SocketInput.Booted(Retained.NOTHING);
    SocketState booted = socket.advance(SocketState.UNPOWERED, boot, now).state();
    return socket.advance(booted, new SocketInput.LinkUp(), now).state();
  }
}
