package io.sockettwin.service.database;

import io.sockettwin.service.startup.StartupRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A PostgreSQL server somebody else runs.
public final class ExternalDatabase {
  /// `IS JSON`, which the schema checks templates with, came with 16.
  static final int MIN_MAJOR_VERSION = 16;

  private static final String CONNECT_SECONDS = "10";

  private ExternalDatabase() {}

  /// Refuses, with the reason, when the database cannot be used.
  public static void requireUsable(DatabaseAddress address) {
    if (!address.jdbcUrl().startsWith("jdbc:postgresql:")) {
      throw new StartupRefused(
          "Invalid configuration: sockettwin.database.url must begin with jdbc:postgresql:.");
    }
    Properties properties = new Properties();
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties)) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < MIN_MAJOR_VERSION) {
        throw new StartupRefused(
            "The database at %s is PostgreSQL %d, but SocketTwin needs %d or newer."
                .formatted(withoutParameters(address.jdbcUrl()), major, MIN_MAJOR_VERSION));
      }
    } catch (SQLException e) {
      throw new StartupRefused(sentence(address, e));
    }
  }

  static String sentence(DatabaseAddress address, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String where = withoutParameters(address.jdbcUrl());
    return switch (state) {
      case "28P01", "28000", "08004" ->
          "The database at %s refuses user %s: check sockettwin.database.username and sockettwin.database.password."
              .formatted(where, address.username());
      case "3D000" ->
          "The database server knows no database of that name (%s): create it or change sockettwin.database.url."
              .formatted(where);
      default ->
          "The database at %s is unreachable (%s): start it or change sockettwin.database.url."
              .formatted(where, firstSentence(failure));
    };
  }

  /// Parameters of the URL may hold a password.
  private static String withoutParameters(String jdbcUrl) {
    int parameters = jdbcUrl.indexOf('?');
    return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
  }

  /// The driver goes on with advice after its first sentence.
  private static String firstSentence(SQLException failure) {
    return String.valueOf(failure.getMessage()).split("\\.\\s|\\.$|\n", 2)[0];
  }
}
