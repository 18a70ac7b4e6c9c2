package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.fleet.Household;
import io.sockettwin.loadsim.time.DailyCurve;
import io.sockettwin.plant.Appliance;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what is plugged in and what people do.
final class Households {

  private static final double MOST_PER_HOUR = 3_600;
  private static final Map<String, DailyCurve> CURVES =
      new TreeMap<>(Map.of("household", DailyCurve.HOUSEHOLD, "flat", DailyCurve.FLAT));

  /// What a socket can carry, as common as it is in a home.
  private static final Map<String, Double> USUAL =
      new TreeMap<>(Map.of("lamp", 4.0, "charger", 3.0, "tv", 2.0, "fridge", 1.0, "heater", 1.0));

  private Households() {}

  static Household read(@Nullable Section in, List<Problem> problems) {
    if (in == null) {
      return new Household(shares(USUAL), 6, 0, DailyCurve.FLAT, LocalTime.of(18, 0));
    }
    Household household =
        new Household(
            appliances(in.section("appliances"), problems),
            in.number("switches-per-hour", MOST_PER_HOUR, 6),
            in.number("overloads-per-hour", MOST_PER_HOUR, 0),
            in.oneOf("curve", CURVES, DailyCurve.FLAT),
            in.timeOfDay("starts-at", LocalTime.of(18, 0)));
    in.end();
    return household;
  }

  private static List<Household.Share> appliances(@Nullable Section in, List<Problem> problems) {
    if (in == null) {
      return shares(USUAL);
    }
    Map<String, Double> weights = in.numbers(1_000_000);
    weights
        .keySet()
        .removeIf(name -> {
          boolean unknown = Appliance.ofHousehold(name).isEmpty();
          if (unknown) {
            in.problem(name, "there is no appliance called " + name + "; known: " + names());
          }
          return unknown;
        });
    if (!(weights.values().stream().mapToDouble(Double::doubleValue).sum() > 0)) {
      problems.add(new Problem(in.line(), "at least one appliance needs a weight above 0"));
      return shares(USUAL);
    }
    return shares(weights);
  }

  private static List<Household.Share> shares(Map<String, Double> weights) {
    List<Household.Share> shares = new ArrayList<>();
    weights.forEach((name, weight) -> {
      Optional<Appliance> appliance = Appliance.ofHousehold(name);
      appliance.ifPresent(it -> shares.add(new Household.Share(it, weight)));
    });
    return shares;
  }

  private static String names() {
    return String.join(", ", Appliance.HOUSEHOLD.stream().map(Appliance::name).toList());
  }
}
