package io.sockettwin.socket;

/// What a socket still knows after its power was gone.
public record Retained(long energyMilliwattHours, Memory memory) {

  /// A socket that never stored anything.
  public static final Retained NOTHING = new Retained(0);

  public Retained {
    if (energyMilliwattHours < 0) {
      throw new IllegalArgumentException("negative energy: " + energyMilliwattHours);
    }
  }

  /// Only the energy was kept.
  public Retained(long energyMilliwattHours) {
    this(energyMilliwattHours, Memory.NOTHING);
  }
}
