package io.sockettwin.plant;

/// Active and reactive power. What distortion adds to the apparent power of electronics is counted
/// as reactive: a meter sees no difference.
record Power(double watts, double vars) {

  static final Power NONE = new Power(0, 0);

  static Power of(double watts, int powerFactorPermille) {
    double cosine = powerFactorPermille / 1000.0;
    return new Power(watts, watts * Math.sqrt(1 - cosine * cosine) / cosine);
  }

  Power plus(Power other) {
    return new Power(watts + other.watts, vars + other.vars);
  }

  double voltAmperes() {
    return Math.hypot(watts, vars);
  }
}
