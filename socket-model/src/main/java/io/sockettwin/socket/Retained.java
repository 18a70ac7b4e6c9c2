package io.sockettwin.socket;

/// What a socket still knows after its power was gone.
public record Retained(long energyMilliwattHours) {

  /// A socket that never stored anything.
  public static final Retained NOTHING = new Retained(0);

  public Retained {
    if (energyMilliwattHours < 0) {
      throw new IllegalArgumentException("negative energy: " + energyMilliwattHours);
    }
  }
}
