package io.sockettwin.service.telemetry;

/// SQL that is put together at run time.
final class Sql {
  /// PostgreSQL cuts names off behind this many bytes.
  private static final int MAX_NAME = 63;

  private Sql() {}

  /// A name as SQL reads it, letter for letter.
  static String quoted(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME || !name.chars().allMatch(Sql::isPlain)) {
      throw new IllegalArgumentException("no name for a column or table: " + name);
    }
    return '"' + name + '"';
  }

  private static boolean isPlain(int c) {
    return c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
