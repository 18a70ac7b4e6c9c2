package io.sockettwin.agent.at;

import io.sockettwin.wire.at.AtCommand;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A command and what it is for.
///
/// @param data escaped text that follows the modem's OK; null for commands of one line
record AtRequest(Purpose purpose, AtCommand command, @Nullable String data) {

  /// What a command is for, how long it may take, and whether news of its end follow the OK.
  enum Purpose {
    /// Repeated until the module listens, so its time ends the whole attempt.
    GREET(Duration.ofSeconds(6), false),
    STATE(Duration.ofSeconds(10), true),
    LEAVE(Duration.ofSeconds(5), false),
    MODE(Duration.ofSeconds(10), false),
    IDENTIFY(Duration.ofSeconds(10), true),
    SERVER(Duration.ofSeconds(10), true),
    /// The module's own time-out is 10 s, for each of the ways it tries.
    LOGIN(Duration.ofSeconds(25), true),
    SUBSCRIBE(Duration.ofSeconds(10), true),
    PUBLISH(Duration.ofSeconds(10), true),
    /// Whether the session still stands, asked when there is reason to doubt it.
    CHECK(Duration.ofSeconds(10), true);

    private final Duration time;
    private final boolean hasEnd;

    Purpose(Duration time, boolean hasEnd) {
      this.time = time;
      this.hasEnd = hasEnd;
    }

    Duration time() {
      return time;
    }

    boolean hasEnd() {
      return hasEnd;
    }

    boolean asksForState() {
      return this == STATE || this == CHECK;
    }
  }

  AtRequest(Purpose purpose, AtCommand command) {
    this(purpose, command, null);
  }

  /// Without arguments: one of them may be the device's secret.
  @Override
  public String toString() {
    return "AtRequest[" + purpose + ", AT+" + command.name() + "]";
  }
}
