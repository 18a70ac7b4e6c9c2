package io.sockettwin.plant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something with a plug.
///
/// @param watts at nominal voltage, once it has started
public record Appliance(
    String name, int watts, int powerFactorPermille, Nature nature, Start start, Duty duty) {

  /// More than any fuse of a household lets through for long.
  public static final int MAX_WATTS = 10_000;

  /// A bolted fault: an ohm of cord is all that is left.
  public static final Appliance SHORT_CIRCUIT =
      new Appliance("short", 52_900, 1000, Nature.RESISTIVE, Start.SOFT, new Duty.Always());

  /// What a household has at hand. The kettle, the hair dryer and the pump are more than the socket
  /// allows.
  public static final List<Appliance> HOUSEHOLD =
      List.of(
          new Appliance(
              "charger",
              18,
              550,
              Nature.ELECTRONIC,
              Start.SOFT,
              new Duty.Charge(Duration.ofMinutes(90))),
          new Appliance("lamp", 60, 1000, Nature.RESISTIVE, Start.FILAMENT, new Duty.Always()),
          new Appliance(
              "fridge",
              110,
              700,
              Nature.MOTOR,
              Start.COMPRESSOR,
              new Duty.Cycles(Duration.ofMinutes(14), Duration.ofMinutes(26))),
          new Appliance(
              "tv",
              150,
              920,
              Nature.ELECTRONIC,
              Start.SOFT,
              new Duty.Habit(Duration.ofMinutes(150), Duration.ofHours(9), 4)),
          new Appliance(
              "heater",
              900,
              1000,
              Nature.RESISTIVE,
              Start.SOFT,
              new Duty.Cycles(Duration.ofMinutes(9), Duration.ofMinutes(5))),
          new Appliance("hairdryer", 1_400, 990, Nature.RESISTIVE, Start.SOFT, new Duty.Always()),
          new Appliance("pump", 550, 800, Nature.MOTOR, Start.MOTOR, new Duty.Always()),
          new Appliance(
              "kettle",
              2_000,
              1000,
              Nature.RESISTIVE,
              Start.SOFT,
              new Duty.Once(Duration.ofSeconds(200))),
          SHORT_CIRCUIT);

  public Appliance {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an appliance needs a name");
    }
    if (powerFactorPermille < 100 || powerFactorPermille > 1000) {
      throw new IllegalArgumentException("power factor out of 100..1000: " + powerFactorPermille);
    }
  }

  /// Something that draws the same all the time.
  public Appliance(String name, int watts, int powerFactorPermille) {
    if (watts <= 0 || watts > MAX_WATTS) {
      throw new IllegalArgumentException("watts out of 1.." + MAX_WATTS + ": " + watts);
    }
    Nature nature = powerFactorPermille == 1000 ? Nature.RESISTIVE : Nature.ELECTRONIC;
    this(name, watts, powerFactorPermille, nature, Start.SOFT, new Duty.Always());
  }

  public static Optional<Appliance> ofHousehold(String name) {
    return HOUSEHOLD.stream().filter(appliance -> appliance.name().equals(name)).findFirst();
  }
}
