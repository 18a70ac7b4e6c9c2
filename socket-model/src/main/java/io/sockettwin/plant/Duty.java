package io.sockettwin.plant;

import java.time.Duration;

/// When an appliance draws its power, while it has a supply.
public sealed interface Duty {

  /// All the time.
  record Always() implements Duty {}

  /// A thermostat: on until it is warm (or cold) enough, off until it no longer is.
  record Cycles(Duration on, Duration off) implements Duty {}

  /// Once, then it switches itself off until it is plugged in again: a kettle.
  record Once(Duration on) implements Duty {}

  /// A battery: full power until it is nearly full, less and less from there, next to nothing then.
  record Charge(Duration toFull) implements Duty {}

  /// Used for some time, then on standby for some time, whether there is a supply or not.
  record Habit(Duration use, Duration standby, int standbyPermille) implements Duty {}

  /// Up to this level a battery takes all that it gets.
  double TAPER_FROM = 0.8;

  /// What a charger still draws when the battery is full.
  double TRICKLE = 0.03;

  /// What is drawn now, as a part of full power.
  default double part(Running running) {
    return switch (this) {
      case Always() -> 1;
      case Cycles cycles -> running.active() ? 1 : 0;
      case Once once -> running.active() ? 1 : 0;
      case Charge charge -> {
        double missing = (1 - running.level()) / (1 - TAPER_FROM);
        yield Math.max(TRICKLE, Math.min(1, missing));
      }
      case Habit habit -> running.active() ? 1 : habit.standbyPermille() / 1000.0;
    };
  }

  /// How far things are after some time.
  default Running after(Running running, double seconds, boolean supplied) {
    return switch (this) {
      case Always() -> running;
      case Cycles(Duration on, Duration off) ->
          running.active() && supplied
              ? running.rise(seconds, on, true)
              : running.fall(seconds, off);
      case Once(Duration on) ->
          running.active() && supplied ? running.rise(seconds, on, true) : running;
      case Charge(Duration toFull) -> supplied ? running.rise(seconds, toFull, false) : running;
      case Habit(Duration use, Duration standby, int _) ->
          running.active() ? running.rise(seconds, use, true) : running.fall(seconds, standby);
    };
  }
}
