package io.sockettwin.socket;

import io.sockettwin.meter.Frame;
import java.time.Duration;
import java.time.Instant;

/// What guards people and wires. Nothing else a socket does can hold it up.
final class Protection {

  /// Above the noise of an unloaded meter, below what a small lamp draws.
  static final int STUCK_MILLIAMPS = 200;

  /// A contact opens within 10 ms, and two frames on their way may still tell of the time before.
  static final Duration OPENING_TIME = Duration.ofSeconds(1);

  private Protection() {}

  static void judge(Turn turn, int milliamps) {
    Limits limits = turn.settings.limits();
    if (milliamps <= limits.tripMilliamps()) {
      watchRelay(turn, milliamps);
      endOverload(turn);
      return;
    }
    Instant since = turn.watch.overSince();
    Instant began = since == null ? turn.now : since;
    Inrush inrush = limits.inrush();
    boolean over = !turn.now.isBefore(began.plus(inrush.tolerance()));
    if (over || milliamps > inrush.ceilingMilliamps()) {
      Switching.trip(turn);
    } else if (turn.load != Load.TRIPPED) {
      turn.watch = turn.watch.withOverSince(began);
    }
    watchRelay(turn, milliamps);
  }

  /// A tolerated overload ends in time even if the meter falls silent over it.
  static void endTolerance(Turn turn) {
    Instant since = turn.watch.overSince();
    Duration tolerance = turn.settings.limits().inrush().tolerance();
    if (since != null && !turn.now.isBefore(since.plus(tolerance))) {
      Switching.trip(turn);
    }
  }

  static void judgeMeter(Turn turn, Frame frame) {
    boolean disowned = !frame.parametersUsable();
    Watch watch = turn.watch;
    if (disowned != watch.uncalibrated()) {
      turn.watch = watch.withUncalibrated(disowned);
      if (disowned) {
        turn.raise(SocketEvent.METER_UNCALIBRATED);
      }
    }
  }

  static void judgeMains(Turn turn, int millivolts) {
    Watch watch = turn.watch;
    int limit = turn.settings.limits().lowVoltageMillivolts();
    int recovery = watch.lowVoltage() ? Limits.VOLTAGE_HYSTERESIS_MILLIVOLTS : 0;
    boolean low = millivolts < limit + recovery && limit > 0;
    if (low != watch.lowVoltage()) {
      turn.watch = watch.withLowVoltage(low);
      if (low) {
        turn.raise(new SocketEvent.LowVoltage(millivolts));
      }
    }
  }

  private static void watchRelay(Turn turn, int milliamps) {
    Watch watch = turn.watch;
    boolean open = turn.load != Load.ON && !turn.now.isBefore(watch.openedAt().plus(OPENING_TIME));
    boolean stuck = open && milliamps >= STUCK_MILLIAMPS;
    if (stuck != watch.stuckRelay()) {
      turn.watch = watch.withStuckRelay(stuck);
      if (stuck) {
        turn.raise(SocketEvent.RELAY_STUCK);
      }
    }
  }

  private static void endOverload(Turn turn) {
    if (turn.watch.overSince() != null) {
      turn.watch = turn.watch.withOverSince(null);
    }
  }
}
