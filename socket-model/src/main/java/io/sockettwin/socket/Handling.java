package io.sockettwin.socket;

import java.time.Duration;

/// How a socket behaves towards the people who use it.
///
/// @param debounce a contact of the button counts once it has been quiet for this long
/// @param manualSwitchCancelsCountdown whether a running countdown ends when somebody switches
/// @param showsConnecting whether the lamp tells in standby that the cloud is out of reach
/// @param provisioningWindow how long the socket waits for somebody to tell it its network
/// @param energyRollsOver whether the total starts again from zero at 10 000 kWh
/// @param tellsSchedule whether the cloud may set the weekly timers and is told them: its data
///   template then has the text property `schedule`, which the original's has not
public record Handling(
    Duration debounce,
    boolean manualSwitchCancelsCountdown,
    boolean showsConnecting,
    RestorePolicy restore,
    Duration provisioningWindow,
    boolean energyRollsOver,
    boolean tellsSchedule) {

  /// The original's authors meant its window to be 60 s; it came out as 30 s (quirk T18).
  public static final Handling DEFAULT =
      new Handling(
          Duration.ofMillis(20),
          true,
          true,
          RestorePolicy.OFF,
          Duration.ofSeconds(60),
          true,
          false);

  public Handling withShowsConnecting(boolean shows) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        shows,
        restore,
        provisioningWindow,
        energyRollsOver,
        tellsSchedule);
  }

  public Handling withManualSwitchCancelsCountdown(boolean cancels) {
    return new Handling(
        debounce,
        cancels,
        showsConnecting,
        restore,
        provisioningWindow,
        energyRollsOver,
        tellsSchedule);
  }

  public Handling withRestore(RestorePolicy policy) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        policy,
        provisioningWindow,
        energyRollsOver,
        tellsSchedule);
  }

  public Handling withEnergyRollsOver(boolean rollsOver) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        restore,
        provisioningWindow,
        rollsOver,
        tellsSchedule);
  }

  public Handling withProvisioningWindow(Duration window) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        restore,
        window,
        energyRollsOver,
        tellsSchedule);
  }

  public Handling withTellsSchedule(boolean tells) {
    return new Handling(
        debounce,
        manualSwitchCancelsCountdown,
        showsConnecting,
        restore,
        provisioningWindow,
        energyRollsOver,
        tells);
  }
}
