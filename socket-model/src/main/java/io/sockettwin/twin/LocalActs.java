package io.sockettwin.twin;

import io.sockettwin.thing.Property;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control.Stage;
import io.sockettwin.twin.TwinState.Reported;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody does at the device itself beats what was wanted of it before: an older intent must
/// not switch on again what a hand or a trip has switched off.
final class LocalActs {
  private LocalActs() {}

  /// A control that was never sent is revoked. One that was sent still waits for its answer, but
  /// what was changed by hand is not repeated when the device asks.
  static void revoke(Turn turn, Map<String, Reported> before, Map<String, Value> values) {
    for (var entry : values.entrySet()) {
      String id = entry.getKey();
      Reported old = before.get(id);
      if (old != null && isAct(turn, id, old.value(), entry.getValue())) {
        revoke(turn, id, entry.getValue());
      }
    }
  }

  private static void revoke(Turn turn, String id, Value shown) {
    for (Control control : turn.controls()) {
      Value wanted = control.values().get(id);
      boolean contrary = wanted != null && !Likeness.alike(wanted, shown);
      if (contrary && control.pending().contains(id)) {
        turn.keep(
            control.stage() == Stage.ACCEPTED
                ? control.settled(Stage.REVOKED, turn.now, id + " was changed at the device")
                : control.withoutPending(Set.of(id)));
      }
    }
  }

  private static boolean isAct(Turn turn, String id, Value old, Value shown) {
    return !Likeness.alike(old, shown)
        && !runsByItself(turn.template.properties().get(id), old, shown)
        && turn.controls().stream().noneMatch(control -> explains(control, id, shown));
  }

  /// Measured decimals and clocks always move, and a falling number may be a count-down. The cost:
  /// a number turned down by hand does not revoke.
  private static boolean runsByItself(@Nullable Property property, Value old, Value shown) {
    return Likeness.isQuantity(property)
        && !(old instanceof Value.Int(long a) && shown instanceof Value.Int(long b) && b > a);
  }

  /// The device only did what it was told, even if its answer is still to come.
  private static boolean explains(Control control, String id, Value shown) {
    Value wanted = control.values().get(id);
    return control.isKnownToDevice() && wanted != null && Likeness.alike(wanted, shown);
  }
}
