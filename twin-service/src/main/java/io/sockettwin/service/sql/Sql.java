package io.sockettwin.service.sql;

import io.sockettwin.thing.CleanText;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A statement that is put together piece by piece, each with the values of its question marks.
/// What comes from outside is a value, never text.
public final class Sql {
  /// Rows fetched at a time where a result is read row by row.
  private static final int FETCH_ROWS = 500;

  /// Makes something of the row the result stands at.
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Takes rows one by one.
  @FunctionalInterface
  public interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  private Sql() {}

  public static Sql of(String text, @Nullable Object... values) {
    return new Sql().add(text, values);
  }

  public Sql add(String more, @Nullable Object... theirs) {
    if (more.chars().filter(c -> c == '?').count() != theirs.length) {
      throw new IllegalArgumentException(theirs.length + " values for: " + more);
    }
    text.append(text.isEmpty() ? "" : " ").append(more);
    for (Object value : theirs) {
      values.add(value);
    }
    return this;
  }

  public <T> List<T> list(Connection connection, Reader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    each(connection, row -> found.add(reader.read(row)));
    return found;
  }

  public <T> List<T> list(DataSource database, Reader<T> reader) {
    try (Connection connection = database.getConnection()) {
      return list(connection, reader);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  public <T> Optional<T> first(DataSource database, Reader<T> reader) {
    return list(database, reader).stream().findFirst();
  }

  /// Reads row by row, so that the result may be of any length; within a transaction, since the
  /// driver reads everything at once otherwise.
  public void each(Connection connection, Taker taker) throws SQLException {
    try (PreparedStatement statement = prepare(connection)) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /// Reads row by row in the caller's transaction.
  public void each(DataSource database, Taker taker) {
    try (Connection connection = database.getConnection()) {
      each(connection, taker);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /// Reads row by row in a transaction of its own.
  public void stream(DataSource database, Taker taker) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        each(connection, taker);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /// Carries it out and answers how many rows it changed.
  public int run(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepare(connection)) {
      return statement.executeUpdate();
    }
  }

  public int run(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return run(connection);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /// The statement that tells how the database would carry this one out.
  public Sql explained() {
    Sql explained = of("explain");
    explained.text.append(' ').append(text);
    explained.values.addAll(values);
    return explained;
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, bound(connection, values.get(i)));
    }
    return statement;
  }

  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case String text -> CleanText.of(text);
      case String[] texts -> connection.createArrayOf("text", clean(texts));
      case null -> null;
      default -> value;
    };
  }

  /// What comes from outside may hold what no text in the database can.
  private static @Nullable Object[] clean(@Nullable String[] texts) {
    @Nullable Object[] clean = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      clean[i] = text == null ? null : CleanText.of(text);
    }
    return clean;
  }

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  public static Instant requireInstant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
