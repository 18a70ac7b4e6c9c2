package io.sockettwin.service.twin;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Why a batch did not go through, and so what to do about it.
enum Failure {
  /// The database is away, full or stopping: the same batch will go through later.
  DATABASE_AWAY,
  /// Somebody else was faster: the same batch will go through at once, on what is stored now.
  CONFLICT,
  /// There is no such device any more.
  DEVICE_GONE,
  /// Something in the batch will never go through.
  DATA;

  /// SQLSTATE "serialization failure".
  static final String TRY_AGAIN = "40001";

  private static final String FOREIGN_KEY = "23503";

  static Failure of(SQLException e) {
    String state = e.getSQLState();
    if (state == null || state.length() != 5) {
      return DATABASE_AWAY;
    }
    if (state.equals(FOREIGN_KEY)) {
      return DEVICE_GONE;
    }
    return switch (state.substring(0, 2)) {
      // Data exception, violated constraint, program limit exceeded.
      case "22", "23", "54" -> DATA;
      case "40" -> CONFLICT;
      default -> DATABASE_AWAY;
    };
  }

  /// The database's own exception behind one of a library, if it is behind it.
  static @Nullable SQLException behind(RuntimeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
