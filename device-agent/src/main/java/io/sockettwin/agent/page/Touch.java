package io.sockettwin.agent.page;

import io.sockettwin.agent.credentials.Account;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.socket.Schedule;

/// What somebody does on the page.
public sealed interface Touch {

  /// What can be done to an emulated socket only; a real one is touched itself.
  sealed interface ByHand extends Touch {}

  /// The button goes down or up. Whoever holds it says so again at least every
  /// [HeldButton#PATIENCE].
  record Button(boolean pressed) implements ByHand {}

  record PlugIn(String appliance) implements ByHand {}

  /// Something that is not in the household.
  record PlugInOther(String name, int watts, int powerFactorPermille) implements ByHand {}

  record Unplug(String appliance) implements ByHand {}

  record Disturb(Disturbance mains) implements ByHand {}

  /// The network cable goes in or out.
  record Cable(boolean plugged) implements ByHand {}

  /// Gives it other weekly timers.
  record SetSchedule(Schedule schedule) implements Touch {}

  /// Tells the socket who it is.
  record Pair(Account account) implements Touch {}
}
