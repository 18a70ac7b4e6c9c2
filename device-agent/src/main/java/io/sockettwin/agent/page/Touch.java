package io.sockettwin.agent.page;

import io.sockettwin.agent.credentials.Account;
import io.sockettwin.plant.Disturbance;

/// What somebody does on the page.
public sealed interface Touch {

  /// The button goes down or up. Whoever holds it says so again at least every
  /// [HeldButton#PATIENCE].
  record Button(boolean pressed) implements Touch {}

  record PlugIn(String appliance) implements Touch {}

  /// Something that is not in the household.
  record PlugInOther(String name, int watts, int powerFactorPermille) implements Touch {}

  record Unplug(String appliance) implements Touch {}

  record Disturb(Disturbance mains) implements Touch {}

  /// The network cable goes in or out.
  record Cable(boolean plugged) implements Touch {}

  /// Tells the socket who it is.
  record Pair(Account account) implements Touch {}
}
