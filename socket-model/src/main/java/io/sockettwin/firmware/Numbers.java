package io.sockettwin.firmware;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as C's `sscanf` takes them from the start of a text.
final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /// More digits than any number needs that fits 32 bits.
  private static final int MAX_DIGITS = 18;

  private Numbers() {}

  /// The whole number at the start, at most what fits 32 bits.
  static Optional<Integer> whole(String text) {
    Matcher start = WHOLE.matcher(text);
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    String digits = start.group();
    if (digits.length() > MAX_DIGITS) {
      return Optional.of(digits.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }
    return Optional.of(Math.clamp(Long.parseLong(digits), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  static Optional<Float> decimal(String text) {
    Matcher start = DECIMAL.matcher(text);
    return start.lookingAt() ? Optional.of(Float.parseFloat(start.group())) : Optional.empty();
  }
}
