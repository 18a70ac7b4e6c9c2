package io.sockettwin.socket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a socket comes up when its power does.
final class PowerUp {

  private PowerUp() {}

  static SocketState state(Retained retained, Handling handling, Instant now) {
    Memory memory = retained.memory();
    Load restored = handling.restore().restore(memory.load());
    Countdown countdown = Countdown.resumed(memory.countdown(), now);
    return new SocketState(
        load(restored, countdown, now),
        goingOn(restored, countdown, now),
        Metering.none(now),
        Energy.retained(retained.energyMilliwattHours(), handling.energyRollsOver(), now),
        Button.UNTOUCHED,
        Watch.started(now),
        null,
        Timetable.of(memory.schedule()),
        Uplink.down(now),
        EventQueue.restored(memory, now),
        null,
        now);
  }

  /// What came due while the power was gone is done at once.
  private static Load load(Load restored, @Nullable Countdown countdown, Instant now) {
    if (countdown == null || restored == Load.TRIPPED) {
      return restored;
    }
    if (!countdown.isOver(now) || countdown.isMissed(now)) {
      return restored;
    }
    return countdown.targetOn() ? Load.ON : Load.OFF;
  }

  /// A countdown goes on unless it is over, or has nothing left to do.
  private static @Nullable Countdown goingOn(
      Load restored, @Nullable Countdown countdown, Instant now) {
    if (countdown == null || countdown.isOver(now) || restored == Load.TRIPPED) {
      return null;
    }
    return countdown.targetOn() == (restored == Load.ON) ? null : countdown;
  }
}
