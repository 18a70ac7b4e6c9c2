package io.sockettwin.twin;

import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control.Stage;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;

/// Controls come, replace each other and expire (protocol section 5.4).
final class Controls {
  /// How many may wait for one device; more is somebody's loop gone wild.
  static final int MAX_OPEN = 16;

  private Controls() {}

  static void request(Turn turn, TwinInput.ControlRequested request) {
    if (turn.controls().stream().anyMatch(control -> control.id().equals(request.id()))) {
      turn.drop("control requested twice");
      return;
    }
    Control control = Control.of(request, turn.now);
    if (!request.expiresAt().isAfter(turn.now)) {
      turn.keep(control.settled(Stage.EXPIRED, turn.now));
      return;
    }
    supersede(turn, request);
    makeRoom(turn);
    if (turn.presence().connected()) {
      turn.keep(control.sent(turn.now));
      turn.send(new Message.Control(ClientToken.of(request.id()), Value.toJson(request.values())));
    } else {
      turn.keep(control);
    }
  }

  static void expire(Turn turn) {
    for (Control control : turn.controls()) {
      if (!control.expiresAt().isAfter(turn.now)) {
        turn.keep(
            control.isUndelivered()
                ? control.settled(Stage.EXPIRED, turn.now)
                : unshown(turn, control));
      }
    }
  }

  private static void supersede(Turn turn, TwinInput.ControlRequested newer) {
    for (Control older : turn.controls()) {
      if (older.pending().stream().anyMatch(newer.values()::containsKey)) {
        Control rest = older.withoutPending(newer.values().keySet());
        turn.keep(
            rest.pending().isEmpty()
                ? rest.settled(Stage.SUPERSEDED, turn.now, "replaced by " + newer.id())
                : rest);
      }
    }
  }

  private static void makeRoom(Turn turn) {
    if (turn.controls().size() >= MAX_OPEN) {
      Control oldest = turn.controls().getFirst();
      turn.keep(
          oldest.isUndelivered()
              ? oldest.settled(Stage.SUPERSEDED, turn.now, "too many newer controls")
              : unshown(turn, oldest));
    }
  }

  /// The device took it and never reported those values since: delivered is all that is known.
  private static Control unshown(Turn turn, Control control) {
    return control.settled(Stage.DELIVERED, turn.now);
  }
}
