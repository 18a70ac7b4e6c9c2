package io.sockettwin.twin;

/// Connections begin and end; notices of older ones than the current come late and mean nothing.
final class Sessions {
  private Sessions() {}

  static void begin(Turn turn, long session) {
    Presence presence = turn.presence();
    if (session > presence.session()) {
      String reason = presence.online() ? "took over from its earlier connection" : "connected";
      turn.presence(new Presence(true, session, turn.now, reason));
    }
  }

  static void end(Turn turn, long session, String reason) {
    Presence presence = turn.presence();
    if (presence.online() && session == presence.session()) {
      turn.presence(new Presence(false, session, turn.now, reason));
    }
  }

  static void lose(Turn turn, long before) {
    Presence presence = turn.presence();
    if (presence.online() && presence.session() < before) {
      turn.presence(new Presence(false, presence.session(), turn.now, "broker restarted"));
    }
  }
}
