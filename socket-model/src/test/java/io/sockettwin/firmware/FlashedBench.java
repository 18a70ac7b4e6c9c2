package io.sockettwin.firmware;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a flashed device in virtual time, waking it when it asks.
final class FlashedBench {

  static final Instant BOOT = Instant.parse("2026-11-23T08:00:00Z");

  /// What was done, and when, in milliseconds since the first power-up.
  record Done(long at, SocketEffect effect) {}

  static final DeviceInfo DEVICE = new DeviceInfo("HRDG3CKWWZ", "socket001", "secret");

  private final Firmware firmware;
  final List<Done> done = new ArrayList<>();
  FirmwareState state = FirmwareState.UNPOWERED;
  long now;
  private final FrameEncoder chip = FrameEncoder.typical(Calibration.SHIPPED);
  private @Nullable Instant wakeAt;

  FlashedBench(Firmware firmware) {
    this.firmware = firmware;
  }

  FlashedBench() {
    this(Firmware.asCaptured(DEVICE));
  }

  FlashedBench boot(long wattHours) {
    input(new SocketInput.Booted(new Retained(wattHours * 1_000)));
    return this;
  }

  void input(SocketInput input) {
    FirmwareStep step = firmware.advance(state, input, BOOT.plusMillis(now));
    state = step.state();
    for (SocketEffect effect : step.effects()) {
      if (effect instanceof SocketEffect.WakeAt(Instant time)) {
        wakeAt = time;
      } else {
        done.add(new Done(now, effect));
      }
    }
  }

  /// Lets time go on, with nothing but the wake-ups asked for.
  void until(long time) {
    while (wakeAt != null && !wakeAt.isAfter(BOOT.plusMillis(time))) {
      now = Math.max(now, java.time.Duration.between(BOOT, wakeAt).toMillis());
      wakeAt = null;
      input(new SocketInput.WakeUp());
    }
    now = time;
  }

  void run(long milliseconds) {
    until(now + milliseconds);
  }

  void press(long milliseconds) {
    input(new SocketInput.ButtonPressed());
    run(milliseconds);
    input(new SocketInput.ButtonReleased());
    run(100);
  }

  /// Frames every 100 ms for a while.
  void meter(int milliamps, long milliseconds) {
    long end = now + milliseconds;
    while (now < end) {
      input(new SocketInput.FrameReceived(frame(milliamps, 0)));
      until(Math.min(end, now + 100));
    }
  }

  Frame frame(int milliamps, long pulses) {
    int milliwatts = 230 * milliamps;
    return chip.encode(new Reading(230_000, milliamps, milliwatts, milliwatts, 1000), pulses);
  }

  /// What of a kind was done from some time on.
  <E extends SocketEffect> List<Done> since(long time, Class<E> kind) {
    return done.stream().filter(d -> d.at() >= time && kind.isInstance(d.effect())).toList();
  }
}
