package io.sockettwin.socket;

import java.time.Duration;

/// How a socket behaves towards the people who use it.
///
/// @param debounce a contact of the button counts once it has been quiet for this long
/// @param manualSwitchCancelsCountdown whether a running countdown ends when somebody switches
/// @param showsConnecting whether the lamp tells in standby that the cloud is out of reach
/// @param provisioningWindow how long the socket waits for somebody to tell it its network
/// @param energyRollsOver whether the total starts again from zero at 10 000 kWh
public record Handling(
    Duration debounce,
    boolean manualSwitchCancelsCountdown,
    boolean showsConnecting,
    RestorePolicy restore,
    Duration provisioningWindow,
    boolean energyRollsOver) {

  /// The original's authors meant its window to be 60 s; it came out as 30 s (quirk T18).
  public static final Handling DEFAULT =
      new Handling(
          Duration.ofMillis(20), true, true, RestorePolicy.OFF, Duration.ofSeconds(60), true);

  public Handling withShowsConnecting(boolean shows) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        shows,
        restore,
        provisioningWindow,
        energyRollsOver);
  }

  public Handling withManualSwitchCancelsCountdown(boolean cancels) {
    return new Handling(
        debounce, cancels, showsConnecting, restore, provisioningWindow, energyRollsOver);
  }

  public Handling withRestore(RestorePolicy policy) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        policy,
        provisioningWindow,
        energyRollsOver);
  }

  public Handling withEnergyRollsOver(boolean rollsOver) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        restore,
        provisioningWindow,
        rollsOver);
  }
}
