package io.sockettwin.socket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the socket next has to act without being touched.
final class WakeUps {

  private WakeUps() {}

  /// Asks for the next wake-up, unless one no later is already on its way: that one will ask again.
  static void plan(Turn turn) {
    Instant next = earliest(turn.state, turn.settings);
    Instant planned = turn.state.wakeAt();
    boolean onItsWay = planned != null && planned.isAfter(turn.now);
    if (next != null && !(onItsWay && !next.isBefore(planned))) {
      turn.state = turn.state.withWakeAt(next);
      turn.add(new SocketEffect.WakeAt(next));
    } else if (next == null && planned != null && !onItsWay) {
      turn.state = turn.state.withWakeAt(null);
    }
  }

  private static @Nullable Instant earliest(SocketState state, SocketSettings settings) {
    Instant next = state.metering().expiresAt();
    next = earlier(next, state.button().settlesAt(settings.handling().debounce()));
    next = earlier(next, state.timetable().wakeAt());
    Instant overSince = state.watch().overSince();
    if (overSince != null) {
      next = earlier(next, overSince.plus(settings.limits().inrush().tolerance()));
    }
    Procedure procedure = state.procedure();
    if (procedure != null) {
      next = earlier(next, procedure.endsAt());
    }
    Countdown countdown = state.countdown();
    if (countdown != null) {
      next = earlier(next, countdown.deadline());
    }
    Energy energy = state.energy();
    if (energy.unstored()) {
      next = earlier(next, energy.storedAt().plus(Energy.UNSTORED_TIME));
    }
    Uplink uplink = state.uplink();
    if (uplink.up()) {
      next = earlier(next, uplink.lastReportAt().plus(settings.heartbeat()));
      if (state.pendingEvents() > 0) {
        next = earlier(next, state.events().sentAt().plus(EventQueue.ANSWER_TIME));
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
