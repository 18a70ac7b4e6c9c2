package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedLine;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.agent.hardware.Relay;
import io.sockettwin.agent.hardware.Signals;
import io.sockettwin.agent.hardware.pi.SerialMeter;
import io.sockettwin.agent.serial.SerialLine.Parity;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A socket whose meter is a line that the test speaks on, heard by the real driver. It notes when
/// its relay moved.
final class LineHardware implements Hardware {

  private final EmulatedLine line;
  private final SerialMeter meter;
  private final AtomicInteger moves = new AtomicInteger();
  private volatile boolean closed;
  private volatile long openedNanos;
  private volatile @Nullable Signals signals;

  LineHardware(EmulatedLine line) throws IOException {
    this.line = line;
    this.meter = SerialMeter.open(line.device(), Parity.NONE);
  }

  boolean closed() {
    return closed;
  }

  /// How often the relay changed.
  int moves() {
    return moves.get();
  }

  /// The [System#nanoTime] of the last call to open it.
  long openedNanos() {
    return openedNanos;
  }

  void press() {
    signals.buttonPressed();
  }

  void release() {
    signals.buttonReleased();
  }

  @Override
  public Relay relay() {
    return new Relay() {
      @Override
      public void open() {
        openedNanos = System.nanoTime();
        move(false);
      }

      @Override
      public void close() {
        move(true);
      }
    };
  }

  private void move(boolean now) {
    if (now != closed) {
      moves.incrementAndGet();
    }
    closed = now;
  }

  @Override
  public LampPort lamp() {
    return lamp -> {};
  }

  @Override
  public void start(Signals to) {
    signals = to;
    meter.start(to::meterBytes);
  }

  @Override
  public void close() {
    meter.close();
    line.close();
  }
}
