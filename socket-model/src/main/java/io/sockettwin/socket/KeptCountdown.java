package io.sockettwin.socket;

import java.time.Instant;

/// A countdown as it survives a loss of power: by its end, so that it is written when it is set and
/// not every second.
///
/// @param endsAt by the time of day, as far as that is known
/// @param seconds what it was set to
public record KeptCountdown(Instant endsAt, int seconds, boolean targetOn) {
  public KeptCountdown {
    if (seconds < 1 || seconds > Countdown.MAX_SECONDS) {
      throw new IllegalArgumentException("no countdown of " + seconds + " s");
    }
  }
}
