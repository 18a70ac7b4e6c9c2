package io.sockettwin.agent.emulated;

/// How the emulated supply is, compared with what it should be.
public enum MainsCondition {
  NORMAL(100),
  /// A large motor starts somewhere.
  SAG(80),
  /// What EN 50160 counts as the most a network may rise to.
  SURGE(110),
  BROWN_OUT(60),
  /// Not even the meter has power.
  OUTAGE(0);

  private final int percent;

  MainsCondition(int percent) {
    this.percent = percent;
  }

  int percent() {
    return percent;
  }
}
