package io.sockettwin.bench;

import io.sockettwin.meter.Frame;
import io.sockettwin.meter.Line;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A step of one socket that is on and connected, reports included.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AdvanceBenchmark {

  private static final SocketInput.ControlReceived ON =
      new SocketInput.ControlReceived(
          "t",
          SocketInput.Freshness.LIVE,
          Map.of("power_switch", new ControlValue.WholeNumber(1)));

  private final Socket socket = new Socket(SocketSettings.DEFAULT);
  private final List<SocketInput.FrameReceived> frames =
      Household.frames(1).stream().map(SocketInput.FrameReceived::new).toList();
  private final SocketInput wakeUp = new SocketInput.WakeUp();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private SocketState state = on();
  private int next;

  private SocketState on() {
    SocketState booted =
        socket
            .advance(SocketState.UNPOWERED, new SocketInput.Booted(Retained.NOTHING), now)
            .state();
    SocketState connected = socket.advance(booted, new SocketInput.LinkUp(), now).state();
    return socket.advance(connected, ON, now).state();
  }

  @Benchmark
  public Step frame() {
    return step(frames.get(next++ % Household.FRAMES));
  }

  @Benchmark
  public Step wakeUp() {
    return step(wakeUp);
  }

  @Benchmark
  public Step control() {
    return step(ON);
  }

  private Step step(SocketInput input) {
    now = now.plus(Line.FRAME_PERIOD);
    Step step = socket.advance(state, input, now);
    state = step.state();
    return step;
  }
}
