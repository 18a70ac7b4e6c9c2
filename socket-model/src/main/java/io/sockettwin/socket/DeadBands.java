package io.sockettwin.socket;

/// Smaller changes than these wait for the next heartbeat.
public record DeadBands(int millivolts, int milliamps, int milliwatts, int milliwattHours) {

  /// Wider than the noise of mains and meter, narrow enough that a person sees a phone being
  /// plugged in.
  public static final DeadBands DEFAULT = new DeadBands(2_000, 50, 3_000, 10_000);
}
