package io.sockettwin.service.problem;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells an absent database from our own bugs, whatever libraries have wrapped around it.
final class DatabaseAway {
  /// SQLSTATE classes for statements that are wrong however often they are tried: data, constraint,
  /// syntax, limit.
  private static final Set<String> OUR_FAULT = Set.of("22", "23", "42", "54");

  private DatabaseAway() {}

  static Optional<SQLException> behind(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .filter(DatabaseAway::isTransient);
  }

  private static boolean isTransient(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.length() != 5 || !OUR_FAULT.contains(state.substring(0, 2));
  }
}
