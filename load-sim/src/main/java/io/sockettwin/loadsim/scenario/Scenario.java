package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.fleet.Fault;
import io.sockettwin.loadsim.fleet.Household;
import io.sockettwin.loadsim.fleet.Make;
import io.sockettwin.loadsim.time.Ramp;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run is to be like.
///
/// @param settle how long the service may take, after all is well again, to answer everything
/// @param connectsPerSecond no more attempts than this, also when everybody comes back at once
/// @param ramp null for all sockets at the pace of their connections
/// @param controlsPerSecond asked of the service, for the whole fleet
/// @param alarms whether the service is to tell of each overload by a webhook
/// @param timers null for none
/// @param lateAfter answers that took longer are listed by device
public record Scenario(
    String name,
    String about,
    long seed,
    int sockets,
    Duration duration,
    Duration settle,
    double connectsPerSecond,
    @Nullable Ramp ramp,
    double controlsPerSecond,
    boolean alarms,
    @Nullable DueTimers timers,
    Duration lateAfter,
    List<Make> makes,
    Household household,
    List<Fault> faults,
    List<Expectation> expectations) {
  public Scenario {
    makes = List.copyOf(makes);
    faults = List.copyOf(faults);
    expectations = List.copyOf(expectations);
  }

  /// When each socket gets its power.
  public Ramp growth() {
    return ramp == null ? Ramp.even(sockets, connectsPerSecond) : ramp;
  }

  /// What the socket of this number is like; the parts of a fleet are mixed evenly.
  public Make make(int number) {
    double place = place(number);
    for (Make make : makes) {
      place -= make.share();
      if (place < 0) {
        return make;
      }
    }
    return makes.getLast();
  }

  /// A place between 0 and 1 for the socket of this number; the golden ratio spreads any number of
  /// them evenly.
  static double place(int number) {
    return number * 0.618033988749895 % 1;
  }

  /// Whether the timers, if there are some, are due before the run is over.
  public boolean seesItsTimers() {
    return timers == null || timers.at().compareTo(duration) < 0;
  }

  public Scenario withSeed(long next) {
    return new Scenario(
        name,
        about,
        next,
        sockets,
        duration,
        settle,
        connectsPerSecond,
        ramp,
        controlsPerSecond,
        alarms,
        timers,
        lateAfter,
        makes,
        household,
        faults,
        expectations);
  }

  /// A smaller or larger fleet, all at the pace of its connections.
  public Scenario withSockets(int next) {
    return new Scenario(
        name,
        about,
        seed,
        next,
        duration,
        settle,
        connectsPerSecond,
        null,
        controlsPerSecond,
        alarms,
        timers,
        lateAfter,
        makes,
        household,
        faults,
        expectations);
  }

  public Scenario withDuration(Duration next) {
    return new Scenario(
        name,
        about,
        seed,
        sockets,
        next,
        settle,
        connectsPerSecond,
        ramp,
        controlsPerSecond,
        alarms,
        timers,
        lateAfter,
        makes,
        household,
        faults,
        expectations);
  }
}
