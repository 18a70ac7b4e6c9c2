package io.sockettwin.twin;

import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control.Stage;
import io.sockettwin.twin.TwinState.Reported;
import java.time.Instant;
import java.util.Map;

/// What became of controls the device has taken; only reports tell (protocol section 5.3).
final class Outcomes {
  private Outcomes() {}

  /// Judges by a report that names these values and is merged already.
  static void judge(Turn turn, Map<String, Value> named) {
    for (Control control : turn.controls()) {
      if (control.stage() == Stage.DELIVERED && namesAny(control, named)) {
        if (isShown(turn, control, named)) {
          turn.keep(control.settled(Stage.APPLIED, turn.now));
        } else if (control.askedBy() == null) {
          judgeDifference(turn, control, named);
        }
      }
    }
  }

  /// Some clients report first and answer then, and some values were there before; both are shown
  /// already when the answer comes.
  static void judgeAnswered(Turn turn, Control control) {
    if (isShown(turn, control, Map.of())) {
      turn.keep(control.settled(Stage.APPLIED, turn.now));
    }
  }

  private static boolean namesAny(Control control, Map<String, Value> named) {
    return control.values().keySet().stream().anyMatch(named::containsKey);
  }

  private static boolean isShown(Turn turn, Control control, Map<String, Value> named) {
    Instant deliveredAt = control.deliveredAt();
    for (var entry : control.values().entrySet()) {
      String id = entry.getKey();
      Reported reported = turn.reported().get(id);
      if (reported == null || deliveredAt == null) {
        return false;
      }
      boolean fresh = named.containsKey(id) || reported.at().isAfter(deliveredAt);
      boolean near = fresh && Likeness.isQuantity(turn.template.properties().get(id));
      if (!near && !Likeness.alike(entry.getValue(), reported.value())) {
        return false;
      }
    }
    return true;
  }

  /// Between clear_control and acting, a device may still report the old value; so this counts only
  /// after its answer.
  private static void judgeDifference(Turn turn, Control control, Map<String, Value> named) {
    for (var entry : control.values().entrySet()) {
      String id = entry.getKey();
      Value shown = named.get(id);
      if (shown != null
          && !Likeness.isQuantity(turn.template.properties().get(id))
          && !Likeness.alike(entry.getValue(), shown)) {
        Stage stage = isNamedLater(turn, control, id) ? Stage.SUPERSEDED : Stage.OVERRULED;
        turn.keep(control.settled(stage, turn.now, "the device reported another " + id));
        return;
      }
    }
  }

  private static boolean isNamedLater(Turn turn, Control control, String id) {
    boolean later = false;
    for (Control each : turn.controls()) {
      if (later && each.values().containsKey(id)) {
        return true;
      }
      later |= each.id().equals(control.id());
    }
    return false;
  }
}
