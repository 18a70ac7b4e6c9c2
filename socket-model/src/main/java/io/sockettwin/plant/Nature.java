package io.sockettwin.plant;

/// How a load answers to a voltage other than its own.
public enum Nature {
  /// Half the voltage, a quarter of the power.
  RESISTIVE,
  /// A switching supply takes what it needs, until the voltage is too low to work.
  ELECTRONIC,
  /// A motor keeps its power; its magnetising current follows voltage and frequency.
  MOTOR;

  /// Below this part of its voltage a switching supply gives up.
  private static final double DROP_OUT = 0.35;

  double activePart(double voltage) {
    return switch (this) {
      case RESISTIVE -> voltage * voltage;
      case ELECTRONIC -> voltage < DROP_OUT ? 0 : 1;
      // A motor that cannot turn is a resistance.
      case MOTOR -> Math.min(1, voltage * voltage / 0.25);
    };
  }

  double reactivePart(double voltage, double frequency) {
    return switch (this) {
      case RESISTIVE, ELECTRONIC -> activePart(voltage);
      case MOTOR -> voltage * voltage / frequency;
    };
  }
}
