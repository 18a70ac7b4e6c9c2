package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A press in the making, bounces included. Both times are null while nobody touches the button.
record Button(@Nullable Instant pressedAt, @Nullable Instant releasedAt) {

  static final Button UNTOUCHED = new Button(null, null);

  // The limits of firmware section 4; what lies between them means nothing, on purpose.
  static final Duration CLICK_LIMIT = Duration.ofSeconds(1);
  static final Duration PROVISIONING = Duration.ofSeconds(5);
  static final Duration RESET = Duration.ofSeconds(10);
  static final Duration RESET_LIMIT = Duration.ofSeconds(15);

  /// What somebody who pressed the button wants.
  enum Gesture {
    NOTHING,
    CLICK,
    PROVISION,
    RESET
  }

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

  /// What a finished press meant. One shorter than the bounces was a glitch.
  Gesture gesture(Duration debounce) {
    if (pressedAt == null || releasedAt == null) {
      return Gesture.NOTHING;
    }
    Duration held = Duration.between(pressedAt, releasedAt);
    if (held.compareTo(CLICK_LIMIT) < 0) {
      return held.compareTo(debounce) < 0 ? Gesture.NOTHING : Gesture.CLICK;
    }
    if (held.compareTo(PROVISIONING) < 0 || held.compareTo(RESET_LIMIT) >= 0) {
      return Gesture.NOTHING;
    }
    return held.compareTo(RESET) < 0 ? Gesture.PROVISION : Gesture.RESET;
  }

  Button shifted(Duration by) {
    return new Button(
        pressedAt == null ? null : pressedAt.plus(by),
        releasedAt == null ? null : releasedAt.plus(by));
  }
}
