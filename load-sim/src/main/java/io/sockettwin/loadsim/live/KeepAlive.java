package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.time.Agenda;

/// Watches whether an open connection still lives: after a silence it asks, and gives up when the
/// answer does not come within half that time.
final class KeepAlive {

  private final long silenceNanos;
  private long dueAt = Agenda.NEVER;
  private boolean asked;

  KeepAlive(long silenceNanos) {
    this.silenceNanos = silenceNanos;
  }

  long dueAt() {
    return dueAt;
  }

  void begin(long now) {
    asked = false;
    dueAt = now + silenceNanos;
  }

  void end() {
    dueAt = Agenda.NEVER;
  }

  void timeHasCome(MqttConnection connection, long now) {
    if (connection.heardOf()) {
      begin(now);
    } else if (asked) {
      end();
      connection.reset();
    } else {
      asked = true;
      dueAt = now + silenceNanos / 2;
      connection.ping();
    }
  }
}
