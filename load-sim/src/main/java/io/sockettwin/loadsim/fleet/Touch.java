package io.sockettwin.loadsim.fleet;

import io.sockettwin.plant.Appliance;

/// What a hand does at a socket.
sealed interface Touch {

  /// Somebody thought of it and left it alone.
  record Nothing() implements Touch {}

  record PressButton() implements Touch {}

  record ReleaseButton() implements Touch {}

  record Plug(Appliance appliance) implements Touch {}

  record Unplug(String name) implements Touch {}
}
