package io.sockettwin.twin;

import io.sockettwin.twin.Presence.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Connections begin and end; notices of older ones than the current come late and mean nothing.
final class Sessions {
  private Sessions() {}

  /// Whichever notice comes first, the end of the old session or the begin of the new one, counts
  /// as the takeover.
  static void begin(Turn turn, long session) {
    Presence presence = turn.presence();
    if (session <= presence.session()) {
      return;
    }
    Instant silentAt = silentAt(turn);
    if (!presence.connected()) {
      turn.presence(presence.begun(session, turn.now, silentAt));
      return;
    }
    boolean counted = presence.reason().equals(Presence.TAKEN_OVER);
    Presence ousted = counted ? presence : presence.ousted(turn.now);
    turn.presence(ousted.succeeded(session, turn.now, silentAt));
  }

  /// The end of a session whose begin was never told ends the one before it, too.
  static void end(Turn turn, long session, String reason) {
    Presence presence = turn.presence();
    if (presence.connected() && session >= presence.session()) {
      turn.presence(
          reason.equals(Presence.TAKEN_OVER)
              ? presence.ousted(turn.now)
              : presence.ended(session, turn.now, reason));
    }
  }

  static void lose(Turn turn, long before) {
    Presence presence = turn.presence();
    if (presence.connected() && presence.session() < before) {
      turn.presence(presence.with(State.OFFLINE, turn.now, "broker restarted", null));
    }
  }

  /// The device reported, whatever becomes of the report.
  static void heard(Turn turn) {
    Presence presence = turn.presence();
    Instant silentAt = silentAt(turn);
    switch (presence.state()) {
      case OFFLINE -> {}
      case SILENT ->
          turn.presence(presence.with(State.ONLINE, turn.now, "reports again", silentAt));
      case ONLINE -> {
        Instant before = presence.silentAt();
        if (silentAt != null && (before == null || silentAt.isAfter(before))) {
          turn.presence(presence.with(State.ONLINE, presence.since(), presence.reason(), silentAt));
        }
      }
    }
  }

  /// What time alone does.
  static void pass(Turn turn) {
    Presence presence = turn.presence().calmedBy(turn.now);
    Instant silentAt = presence.silentAt();
    if (silentAt != null && !silentAt.isAfter(turn.now)) {
      Instant lastHeard = silentAt.minus(turn.silence);
      presence = presence.with(State.SILENT, lastHeard, "connected but not reporting", null);
    }
    if (!presence.equals(turn.presence())) {
      turn.presence(presence);
    }
  }

  private static @Nullable Instant silentAt(Turn turn) {
    Duration silence = turn.silence;
    return silence.isZero() ? null : turn.now.plus(silence);
  }
}
