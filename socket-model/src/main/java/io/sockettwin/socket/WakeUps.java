package io.sockettwin.socket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the socket next has to act without being touched.
final class WakeUps {

  private WakeUps() {}

  /// Asks for the next wake-up, unless one no later is already on its way: that one will ask again.
  static void plan(Turn turn) {
    Instant next = earliest(turn);
    Instant planned = turn.wakeAt;
    boolean onItsWay = planned != null && planned.isAfter(turn.now);
    if (next != null && !(onItsWay && !next.isBefore(planned))) {
      turn.wakeAt = next;
      turn.add(new SocketEffect.WakeAt(next));
    } else if (next == null && planned != null && !onItsWay) {
      turn.wakeAt = null;
    }
  }

  private static @Nullable Instant earliest(Turn turn) {
    Instant next = turn.metering.expiresAt();
    next = earlier(next, turn.button.settlesAt(turn.settings.handling().debounce()));
    next = earlier(next, turn.timetable.wakeAt());
    Instant overSince = turn.watch.overSince();
    if (overSince != null) {
      next = earlier(next, overSince.plus(turn.settings.limits().inrush().tolerance()));
    }
    Procedure procedure = turn.procedure;
    if (procedure != null) {
      next = earlier(next, procedure.endsAt());
    }
    Countdown countdown = turn.countdown;
    if (countdown != null) {
      next = earlier(next, countdown.deadline());
    }
    Energy energy = turn.energy;
    if (energy.unstored()) {
      next = earlier(next, energy.storedAt().plus(Energy.UNSTORED_TIME));
    }
    Uplink uplink = turn.uplink;
    if (uplink.up()) {
      next = earlier(next, uplink.lastReportAt().plus(turn.settings.heartbeat()));
      if (!turn.events.pending().isEmpty()) {
        next = earlier(next, turn.events.sentAt().plus(EventQueue.ANSWER_TIME));
      }
    }
    return next;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null) {
      return b;
    }
    return b == null || a.isBefore(b) ? a : b;
  }
}
