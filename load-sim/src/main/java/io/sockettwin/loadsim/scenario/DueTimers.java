package io.sockettwin.loadsim.scenario;

import java.time.Duration;

/// Timers at the service, one for each of some sockets, all due in the same second.
///
/// @param at when, in the run; at a service, the next whole second after it
/// @param share of the sockets that have one, from 0 to 1
public record DueTimers(Duration at, double share) {

  /// Whether the socket of this number has one.
  public boolean has(int number) {
    return Scenario.place(number) < share;
  }

  /// What it does: every second one switches on, the others off.
  public static boolean switchesOn(int number) {
    return number % 2 == 0;
  }
}
