package io.sockettwin.plant;

import java.util.List;
import java.util.Optional;

/// Something with a plug, drawing a steady power.
public record Appliance(String name, int watts, int powerFactorPermille) {

  /// More than any fuse of a household lets through for long.
  public static final int MAX_WATTS = 10_000;

  /// What a household has at hand. The kettle and the hair dryer are more than the socket allows.
  public static final List<Appliance> HOUSEHOLD =
      List.of(
          new Appliance("charger", 10, 550),
          new Appliance("lamp", 60, 1000),
          new Appliance("fridge", 120, 700),
          new Appliance("tv", 150, 920),
          new Appliance("heater", 900, 1000),
          new Appliance("hairdryer", 1_400, 990),
          new Appliance("kettle", 2_000, 1000));

  public Appliance {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an appliance needs a name");
    }
    if (watts <= 0 || watts > MAX_WATTS) {
      throw new IllegalArgumentException("watts out of 1.." + MAX_WATTS + ": " + watts);
    }
    if (powerFactorPermille < 100 || powerFactorPermille > 1000) {
      throw new IllegalArgumentException("power factor out of 100..1000: " + powerFactorPermille);
    }
  }

  public static Optional<Appliance> ofHousehold(String name) {
    return HOUSEHOLD.stream().filter(appliance -> appliance.name().equals(name)).findFirst();
  }
}
