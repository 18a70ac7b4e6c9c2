package io.sockettwin.service.database;

import static io.sockettwin.service.TestSurroundings.UNPACKED_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @TempDir Path folder;

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    DatabaseAddress address = database.address();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Test
  void isDurable() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, UNPACKED_SERVER)) {
      assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void takesItsPasswordOnlyAndListensOnThisMachineOnly() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, UNPACKED_SERVER)) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(
                  database.address().jdbcUrl(), database.address().username(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
      String methods = "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules";
      assertThat(ask(database, methods)).isEqualTo("scram-sha-256");
    }
  }

  @Test
  void keepsItsDataAcrossRestarts() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, UNPACKED_SERVER)) {
      ask(database, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, UNPACKED_SERVER)) {
      assertThat(ask(database, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void runsAgainAtTheSameAddressWhenItWasKilled() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, UNPACKED_SERVER)) {
      ask(database, "CREATE TABLE kept AS SELECT 42 AS answer");
      for (int kill = 1; kill <= 2; kill++) {
        ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();
        server.destroyForcibly();
        Awaitility.await("after kill " + kill)
            // On a quiet machine half a second; an attempt to start has two minutes.
            .atMost(Duration.ofMinutes(3))
            .ignoreExceptions()
            .until(
                () -> !server.isAlive() && ask(database, "SELECT answer FROM kept").equals("42"));
      }
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  private long serverProcess() throws IOException {
    Path pidFile = folder.resolve("postgres/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
  }

  @Test
  void startsDespiteAStalePidFileThatNamesAnotherProcess() throws Exception {
    EmbeddedDatabase.start(folder, UNPACKED_SERVER).close();
    Path pidFile = folder.resolve("postgres/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");
    EmbeddedDatabase.start(folder, UNPACKED_SERVER).close();
  }

  @Test
  void beginsAnewWhenTheVeryFirstStartWasCutOff() throws Exception {
    Files.writeString(folder.resolve("postgres-password.new"), "half");
    Files.createDirectories(folder.resolve("postgres/base"));
    EmbeddedDatabase.start(folder, UNPACKED_SERVER).close();
  }

  @Test
  void refusesTheFolderOfAnotherMajorVersion() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");
    Files.writeString(folder.resolve("postgres-password"), "secret");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, UNPACKED_SERVER))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("was written by PostgreSQL 17")
        .hasMessageContaining("brings PostgreSQL 18");
  }

  @Test
  void refusesAFolderWhosePasswordIsLost() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, UNPACKED_SERVER))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("postgres-password is missing");
  }
}
