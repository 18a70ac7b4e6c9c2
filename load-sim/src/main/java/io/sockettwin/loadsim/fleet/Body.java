package io.sockettwin.loadsim.fleet;

import io.sockettwin.loadsim.check.Guard;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.meter.Line;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.plant.Mains;
import io.sockettwin.plant.Plant;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The physical side of a virtual socket: the plant, its relay, the meter and its line.
///
/// A frame that tells something new comes at the meter's own pace; while nothing changes they are
/// thinned out, which no machine can tell from a quiet plant.
final class Body {

  /// So long the plant is watched at full pace after something was done to it.
  private static final long WATCHED_NANOS = Duration.ofSeconds(2).toNanos();

  private static final int BROWN_OUT_PERMILLE = 750;

  private final @Nullable Guard guard;
  private final long restNanos;
  private Plant plant;
  private boolean relayClosed;
  private long sampledAt;
  private long watchedUntil;
  private boolean silent;
  private double noise;

  /// @param guard null where the machine is known to break its rules
  Body(long seed, Duration meterEvery, @Nullable Guard guard) {
    this.plant = Plant.of(Mains.european(seed), FrameEncoder.typical(Calibration.SHIPPED));
    this.restNanos = meterEvery.toNanos();
    this.guard = guard;
  }

  boolean relayClosed() {
    return relayClosed;
  }

  void relay(boolean closed, long nanos) {
    relayClosed = closed;
    watchedUntil = nanos + WATCHED_NANOS;
  }

  void touch(Touch.Plug plug, long nanos) {
    plant = plant.plug(plug.appliance());
    watchedUntil = nanos + WATCHED_NANOS;
  }

  void touch(Touch.Unplug unplug, long nanos) {
    plant = plant.unplug(unplug.name());
    watchedUntil = nanos + WATCHED_NANOS;
  }

  void brownOut(Duration lasts, long nanos) {
    plant = plant.disturb(new Disturbance(Disturbance.Kind.BROWN_OUT, BROWN_OUT_PERMILLE, lasts));
    watchedUntil = nanos + WATCHED_NANOS;
  }

  void silence(boolean isSilent) {
    silent = isSilent;
  }

  /// @param chance of each byte to be garbled
  void lineNoise(double chance) {
    noise = chance;
  }

  /// Times go from the start of the run, the plant's from its first sample.
  void poweredUp(long nanos) {
    sampledAt = nanos;
    relayClosed = false;
  }

  long nextFrameAt(long nanos) {
    return nanos + (nanos < watchedUntil ? Line.FRAME_PERIOD.toNanos() : restNanos);
  }

  /// What the meter is heard to say; null if that is nothing.
  @Nullable Frame frame(long nanos, RandomGenerator dice) {
    Plant.Sample sample = plant.sample(relayClosed, Duration.ofNanos(nanos - sampledAt));
    sampledAt = nanos;
    plant = sample.plant();
    if (silent) {
      return null;
    }
    if (noise > 0) {
      return garbled(sample.frame(), nanos, dice).orElse(null);
    }
    if (guard != null) {
      int milliamps = Calibration.SHIPPED.currentMilliamps(sample.frame()).orElse(0);
      guard.frame(milliamps, relayClosed, nanos);
    }
    return sample.frame();
  }

  private Optional<Frame> garbled(Frame frame, long nanos, RandomGenerator dice) {
    FrameReader reader = FrameReader.hunting();
    Optional<Frame> heard = Optional.empty();
    for (byte each : frame.bytes()) {
      byte next = dice.nextDouble() < noise ? (byte) dice.nextInt() : each;
      heard = reader.accept(next, nanos / 1_000_000);
    }
    return heard;
  }
}
