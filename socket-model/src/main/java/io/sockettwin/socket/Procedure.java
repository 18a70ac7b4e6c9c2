package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// Something a long press has started, and when it is over by itself.
record Procedure(Kind kind, Instant endsAt) {

  enum Kind {
    PROVISIONING,
    /// Everything is erased already; the lamp tells so for a while.
    RESET
  }

  /// The original blinks for 3006 ms.
  static final Duration RESET_SHOWN = Duration.ofSeconds(3);

  Procedure shifted(Duration by) {
    return new Procedure(kind, endsAt.plus(by));
  }
}
