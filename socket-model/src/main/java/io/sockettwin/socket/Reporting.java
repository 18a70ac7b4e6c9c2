package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// What the cloud is told and when.
final class Reporting {

  /// Measured values are told no more often than the original told them.
  static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

  private Reporting() {}

  static void linkUp(Turn turn) {
    turn.state = turn.state.with(Uplink.fresh(turn.now));
    turn.tell();
    sendEvents(turn);
  }

  static void linkDown(Turn turn) {
    turn.state = turn.state.with(Uplink.down(turn.now));
  }

  static void sendUnansweredEvents(Turn turn) {
    Instant due = turn.state.events().sentAt().plus(EventQueue.ANSWER_TIME);
    if (turn.state.uplink().up() && !turn.now.isBefore(due)) {
      sendEvents(turn);
    }
  }

  private static void sendEvents(Turn turn) {
    EventQueue events = turn.state.events();
    if (events.pending().isEmpty()) {
      return;
    }
    for (PendingEvent pending : events.pending()) {
      turn.add(new SocketEffect.SendEvent(pending.eventId(), pending.event(), pending.raisedAt()));
    }
    turn.state = turn.state.with(events.sent(turn.now));
  }

  static void report(Turn turn) {
    Uplink uplink = turn.state.uplink();
    if (!uplink.up() || !(turn.tells() || due(turn, uplink))) {
      return;
    }
    Report report = turn.state.report(turn.now);
    turn.add(new SocketEffect.SendReport(report));
    turn.state = turn.state.with(uplink.reported(report, turn.now));
  }

  private static boolean due(Turn turn, Uplink uplink) {
    Report last = uplink.lastReport();
    if (last == null || !turn.now.isBefore(uplink.lastReportAt().plus(turn.settings.heartbeat()))) {
      return true;
    }
    return !turn.now.isBefore(uplink.lastReportAt().plus(SHORTEST_INTERVAL))
        && turn.state.report(turn.now).differsFrom(last, turn.settings.deadBands());
  }
}
