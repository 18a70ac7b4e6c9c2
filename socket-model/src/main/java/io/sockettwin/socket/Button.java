package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A press in the making, bounces included. Both times are null while nobody touches the button.
record Button(@Nullable Instant pressedAt, @Nullable Instant releasedAt) {

  static final Button UNTOUCHED = new Button(null, null);

  /// A longer press is no click (firmware section 4).
  static final Duration CLICK_LIMIT = Duration.ofSeconds(1);

  Button pressed(Instant now) {
    return pressedAt == null ? new Button(now, null) : new Button(pressedAt, null);
  }

  Button released(Instant now) {
    return pressedAt == null ? this : new Button(pressedAt, now);
  }

  /// When the contact will have been open for long enough; null while it is closed or untouched.
  @Nullable Instant settlesAt(Duration debounce) {
    return releasedAt == null ? null : releasedAt.plus(debounce);
  }

  /// Whether the press was a click: longer than a glitch, shorter than a hold.
  boolean clicked(Duration debounce) {
    if (pressedAt == null || releasedAt == null) {
      return false;
    }
    Duration held = Duration.between(pressedAt, releasedAt);
    return held.compareTo(debounce) >= 0 && held.compareTo(CLICK_LIMIT) < 0;
  }
}
