package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// What the cloud is told and when.
final class Reporting {

  /// Measured values are told no more often than the original told them.
  static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

  private Reporting() {}

  static void linkUp(Turn turn) {
    turn.uplink = Uplink.fresh(turn.now);
    turn.tell();
    sendEvents(turn);
  }

  static void linkDown(Turn turn) {
    turn.uplink = Uplink.down(turn.now);
  }

  static void sendUnansweredEvents(Turn turn) {
    Instant due = turn.events.sentAt().plus(EventQueue.ANSWER_TIME);
    if (turn.uplink.up() && !turn.now.isBefore(due)) {
      sendEvents(turn);
    }
  }

  private static void sendEvents(Turn turn) {
    EventQueue events = turn.events;
    if (events.pending().isEmpty()) {
      return;
    }
    for (PendingEvent pending : events.pending()) {
      turn.add(SocketEffect.SendEvent.of(pending));
    }
    turn.events = events.sent(turn.now);
  }

  static void report(Turn turn) {
    Uplink uplink = turn.uplink;
    if (!uplink.up() || !(turn.tells() || due(turn, uplink))) {
      return;
    }
    Report report = turn.report();
    turn.add(new SocketEffect.SendReport(report));
    turn.uplink = uplink.reported(report, turn.now);
  }

  private static boolean due(Turn turn, Uplink uplink) {
    Report last = uplink.lastReport();
    if (last == null || !turn.now.isBefore(uplink.lastReportAt().plus(turn.settings.heartbeat()))) {
      return true;
    }
    return !turn.now.isBefore(uplink.lastReportAt().plus(SHORTEST_INTERVAL))
        && turn.report().differsFrom(last, turn.settings.deadBands());
  }
}
