package io.sockettwin.service.push.kind;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of the attempt to send a message.
public sealed interface Outcome {

  /// The channel took it.
  ///
  /// @param providerId how the channel calls it, if it says
  record Accepted(@Nullable String providerId) implements Outcome {}

  /// Not now.
  ///
  /// @param after how long the whole channel wants to be left alone, if it says
  record Later(String reason, @Nullable Duration after) implements Outcome {
    public Later(String reason) {
      this(reason, null);
    }
  }

  /// Not this message, however often it is tried.
  record Never(String reason) implements Outcome {}

  /// The recipient is not there any more.
  record Gone(String reason) implements Outcome {}
}
