package io.sockettwin.socket;

import io.sockettwin.socket.ControlOutcome.Applied;
import io.sockettwin.socket.ControlOutcome.Reason;
import io.sockettwin.socket.ControlOutcome.Refused;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Controls from the cloud: judged as a whole, then done as a whole.
final class Controls {

  static final String POWER_SWITCH = "power_switch";
  static final String COUNT_DOWN = "count_down";
  static final String SCHEDULE = "schedule";
  private static final Set<String> READ_ONLY =
      Set.of("current", "voltage", "power_factor", "active_power", "apparent_power", "total_kwh");

  private Controls() {}

  static void handle(Turn turn, ControlReceived control) {
    Refused refusal = refusal(turn, control);
    if (refusal != null) {
      turn.add(new SocketEffect.ReplyToControl(control.token(), refusal));
      return;
    }
    // The switch first: a countdown sent with it starts from there.
    ControlValue on = control.values().get(POWER_SWITCH);
    if (on != null) {
      Switching.byHand(turn, number(on) == 1);
    }
    ControlValue seconds = control.values().get(COUNT_DOWN);
    if (seconds != null) {
      Switching.countDown(turn, (int) number(seconds));
    }
    if (control.values().get(SCHEDULE) instanceof ControlValue.Text(String text)
        && ScheduleText.read(text) instanceof ScheduleText.Understood(Schedule schedule)) {
      turn.set(schedule);
    }
    turn.add(new SocketEffect.ReplyToControl(control.token(), new Applied()));
    turn.tell();
  }

  private static @Nullable Refused refusal(Turn turn, ControlReceived control) {
    // In alphabetical order, so that the same control is always refused for the same reason.
    for (Map.Entry<String, ControlValue> entry : new TreeMap<>(control.values()).entrySet()) {
      Reason reason = fault(turn.settings, entry.getKey(), entry.getValue());
      if (reason != null) {
        return new Refused(entry.getKey(), reason);
      }
    }
    return turn.load == Load.TRIPPED ? tripRefusal(control) : null;
  }

  private static @Nullable Reason fault(
      SocketSettings settings, String property, ControlValue value) {
    if (READ_ONLY.contains(property)) {
      return Reason.READ_ONLY;
    }
    if (property.equals(POWER_SWITCH)) {
      return fault(value, 1);
    }
    if (property.equals(COUNT_DOWN)) {
      return value instanceof ControlValue.Truth
          ? Reason.WRONG_TYPE
          : fault(value, Countdown.MAX_SECONDS);
    }
    return property.equals(SCHEDULE) && settings.handling().tellsSchedule()
        ? scheduleFault(value)
        : Reason.UNKNOWN_PROPERTY;
  }

  private static @Nullable Reason scheduleFault(ControlValue value) {
    if (!(value instanceof ControlValue.Text(String text))) {
      return Reason.WRONG_TYPE;
    }
    return ScheduleText.read(text) instanceof ScheduleText.Misfit ? Reason.MALFORMED : null;
  }

  private static @Nullable Reason fault(ControlValue value, int maximum) {
    if (value instanceof ControlValue.Unfit || value instanceof ControlValue.Text) {
      return Reason.WRONG_TYPE;
    }
    return number(value) < 0 || number(value) > maximum ? Reason.OUT_OF_RANGE : null;
  }

  /// A trip ends by a fresh switch-on only: neither by one that waited in the cloud and cannot know
  /// of the trip, nor by a countdown that would close the relay later.
  private static @Nullable Refused tripRefusal(ControlReceived control) {
    ControlValue on = control.values().get(POWER_SWITCH);
    boolean switchesOn = on != null && number(on) == 1;
    if (switchesOn && control.freshness() == Freshness.PENDING) {
      return new Refused(POWER_SWITCH, Reason.TRIPPED);
    }
    ControlValue seconds = control.values().get(COUNT_DOWN);
    boolean countsDown = seconds != null && number(seconds) > 0;
    return countsDown && !switchesOn ? new Refused(COUNT_DOWN, Reason.TRIPPED) : null;
  }

  private static long number(ControlValue value) {
    return switch (value) {
      case ControlValue.WholeNumber(long whole) -> whole;
      case ControlValue.Truth(boolean truth) -> truth ? 1 : 0;
      case ControlValue.Text _, ControlValue.Unfit _ ->
          throw new IllegalStateException("judged unfit before");
    };
  }
}
