package io.sockettwin.loadsim.fleet;

import io.sockettwin.loadsim.time.DailyCurve;
import io.sockettwin.plant.Appliance;
import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is plugged into the sockets of a fleet, and how often somebody touches them.
///
/// @param startsAt the time of day at which the run begins
public record Household(
    List<Share> appliances,
    double switchesPerHour,
    double overloadsPerHour,
    DailyCurve curve,
    LocalTime startsAt) {

  /// An appliance and how common it is.
  public record Share(Appliance appliance, double weight) {}

  public Household {
    appliances = List.copyOf(appliances);
    if (!(appliances.stream().mapToDouble(Share::weight).sum() > 0)) {
      throw new IllegalArgumentException("no appliances: " + appliances);
    }
  }

  Appliance draw(RandomGenerator dice) {
    double sum = appliances.stream().mapToDouble(Share::weight).sum();
    double place = dice.nextDouble() * sum;
    for (Share share : appliances) {
      place -= share.weight();
      if (place < 0) {
        return share.appliance();
      }
    }
    return appliances.getLast().appliance();
  }
}
