package io.sockettwin.service.production;

import io.sockettwin.thing.DeviceKey;
import java.util.Optional;

/// Names that are counted up: `socket-####` becomes `socket-0001`. A number sign cannot be part of
/// a device's name, so it can only mean a digit.
record NamePattern(String before, int digits, String after) {
  static final char DIGIT = '#';

  /// Counts stay within an int.
  static final int MAX_DIGITS = 9;

  /// A pattern with exactly one run of number signs, whose names devices can have.
  static Optional<NamePattern> parse(String text) {
    int start = text.indexOf(DIGIT);
    int end = text.lastIndexOf(DIGIT) + 1;
    if (start < 0 || end - start > MAX_DIGITS) {
      return Optional.empty();
    }
    NamePattern pattern =
        new NamePattern(text.substring(0, start), end - start, text.substring(end));
    boolean oneRun = text.substring(start, end).chars().allMatch(c -> c == DIGIT);
    return oneRun && DeviceKey.isDeviceName(pattern.name(0))
        ? Optional.of(pattern)
        : Optional.empty();
  }

  String name(int number) {
    String counted = Integer.toString(number);
    return before + "0".repeat(Math.max(0, digits - counted.length())) + counted + after;
  }

  /// The largest number that the digits hold.
  int largest() {
    return (int) Math.pow(10, digits) - 1;
  }
}
