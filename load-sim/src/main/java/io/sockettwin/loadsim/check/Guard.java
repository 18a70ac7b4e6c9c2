package io.sockettwin.loadsim.check;

import java.time.Duration;

/// What our own socket never does, watched frame by frame.
public final class Guard {

  /// The trip point and the time that a trip may take from the first frame on, with room for a
  /// frame on its way. No inrush is tolerated in a fleet.
  private static final int OVERLOAD_MILLIAMPS = 4_900;

  private static final long LONGEST_OVERLOAD_NANOS = Duration.ofMillis(500).toNanos();

  /// Stored at each watt-hour and each minute (a record of each may be lost with a torn one): four
  /// times what a socket at its limit uses in a minute.
  private static final long LARGEST_LOSS_MILLIWATT_HOURS = 80_000;

  private static final long NEVER = Long.MAX_VALUE;

  private final Page page;
  private long overloadedSince = NEVER;

  public Guard(Page page) {
    this.page = page;
  }

  public void frame(int milliamps, boolean relayClosed, long nanos) {
    if (milliamps <= OVERLOAD_MILLIAMPS || !relayClosed) {
      overloadedSince = NEVER;
    } else if (overloadedSince == NEVER) {
      overloadedSince = nanos;
    } else if (nanos - overloadedSince > LONGEST_OVERLOAD_NANOS) {
      page.broke("overloaded for more than 500 ms with its relay closed");
    }
  }

  public void poweredUp(long energyBefore, long energyAfter, boolean storageWorks) {
    overloadedSince = NEVER;
    long lost = energyBefore - energyAfter;
    if (storageWorks && (lost < 0 || lost > LARGEST_LOSS_MILLIWATT_HOURS)) {
      page.broke("lost " + lost + " mWh with its power");
    }
  }
}
