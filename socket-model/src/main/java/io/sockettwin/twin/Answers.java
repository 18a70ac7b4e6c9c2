package io.sockettwin.twin;

import io.sockettwin.thing.CleanText;
import io.sockettwin.twin.Control.Stage;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.util.List;
import java.util.Set;

/// What devices answer to controls (protocol sections 5.3 to 5.5).
final class Answers {
  /// Devices keep tokens in buffers of 90 bytes (protocol section 4); longer ones match nothing.
  private static final int MAX_TOKEN_LENGTH = 128;

  private Answers() {}

  /// A request's token as controls remember it; empty for a missing one, for null and for one that
  /// is too long.
  static String remembered(ClientToken token) {
    return token.text().length() > MAX_TOKEN_LENGTH ? "" : CleanText.of(token.text());
  }

  /// Of several controls that arrive at once, devices answer only the last; so an answer is one to
  /// all earlier controls too, whatever its code. Tokens nobody knows are normal: some clients
  /// answer every message (protocol section 19, item 5).
  static void reply(Turn turn, Message.ControlReply reply) {
    List<Control> controls = turn.controls();
    int last = lastMeant(controls, remembered(reply.clientToken()));
    if (last < 0) {
      turn.drop("control reply without its control");
      return;
    }
    for (Control control : controls.subList(0, last + 1)) {
      if (control.stage() == Stage.SENT || awaitsAct(control)) {
        answer(turn, control, reply);
      }
    }
  }

  /// With the token of a get_status, the device clears what that brought it; what came since is not
  /// lost. With any other it clears everything: what it has not seen is then revoked, and what is
  /// on its way still waits for its answer.
  static void clear(Turn turn, Message.ClearControl clear) {
    String token = remembered(clear.clientToken());
    boolean answersStatus =
        turn.controls().stream().anyMatch(control -> token.equals(control.askedBy()));
    for (Control control : turn.controls()) {
      if (!control.isUndelivered() || (answersStatus && !token.equals(control.askedBy()))) {
        continue;
      }
      if (control.askedBy() != null) {
        turn.keep(control.cleared(turn.now));
      } else if (control.stage() == Stage.ACCEPTED) {
        turn.keep(control.settled(Stage.REVOKED, turn.now, "the device cleared it unseen"));
      } else if (!control.pending().isEmpty()) {
        turn.keep(control.owingOnly(Set.of()));
      }
    }
    turn.send(new Message.ClearControlReply(clear.clientToken(), 0, "success"));
  }

  private static int lastMeant(List<Control> controls, String token) {
    if (token.isEmpty()) {
      return -1;
    }
    int last = -1;
    for (int i = 0; i < controls.size(); i++) {
      Control control = controls.get(i);
      boolean meant = token.equals(control.id()) || token.equals(control.askedBy());
      if (meant && control.isKnownToDevice()) {
        last = i;
      }
    }
    return last;
  }

  private static boolean awaitsAct(Control control) {
    return control.stage() == Stage.DELIVERED && control.askedBy() != null;
  }

  private static void answer(Turn turn, Control control, Message.ControlReply reply) {
    if (reply.code() == 0) {
      Control taken = control.taken(turn.now, reply.status());
      turn.keep(taken);
      Outcomes.judgeAnswered(turn, taken);
    } else {
      turn.keep(control.refused(turn.now, reply.code(), reply.status()));
    }
  }
}
