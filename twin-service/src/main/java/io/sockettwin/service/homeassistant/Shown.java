package io.sockettwin.service.homeassistant;

import io.sockettwin.twin.TwinState;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A device that Home Assistant was told of.
final class Shown {
  private final AtomicReference<@Nullable TwinState> newest = new AtomicReference<>();
  private Runnable end = () -> {};
  private String state = "";
  private String availability = "";

  /// Told by a lane; what was not taken yet is passed over.
  void changed(TwinState twin) {
    newest.set(twin);
  }

  /// What has changed since this was last asked.
  @Nullable TwinState take() {
    return newest.getAndSet(null);
  }

  void watchedUntil(Runnable ending) {
    end = ending;
  }

  void end() {
    end.run();
  }

  /// Whether the broker does not have this state yet; from now on it does.
  boolean newState(String now) {
    boolean other = !now.equals(state);
    state = now;
    return other;
  }

  boolean newAvailability(String now) {
    boolean other = !now.equals(availability);
    availability = now;
    return other;
  }
}
