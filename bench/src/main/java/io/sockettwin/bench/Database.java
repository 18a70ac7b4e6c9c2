package io.sockettwin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// The database server that the service brings along, seen past the service.
record Database(Path folder, Path passwordFile) {
  static Database of(Path serviceFolder) {
    return new Database(
        serviceFolder.resolve("postgres"), serviceFolder.resolve("postgres-password"));
  }

  /// Lines of `postmaster.pid`: process, folder, start, port.
  private List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ProcessHandle> server() {
    List<String> lines = lines();
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
  }

  /// A server outlives a service that was killed.
  void stop() {
    server().ifPresent(ProcessHandle::destroy);
  }

  Connection connect() throws SQLException {
    try {
      var server = new PGSimpleDataSource();
      server.setPortNumbers(new int[] {Integer.parseInt(lines().get(3).strip())});
      server.setDatabaseName("sockettwin");
      server.setUser("postgres");
      server.setPassword(Files.readString(passwordFile).strip());
      return server.getConnection();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String question) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
