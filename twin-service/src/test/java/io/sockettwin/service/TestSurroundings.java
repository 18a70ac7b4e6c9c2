package io.sockettwin.service;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.service.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fresh data folder with a real database, for all tests that start the application.
public final class TestSurroundings implements QuarkusTestResourceLifecycleManager {
  public static final Path UNPACKED_SERVER = Path.of("target/postgres-server").toAbsolutePath();

  static final Path UNPACKED_BROKER = Path.of("target/broker-program").toAbsolutePath();

  private @Nullable EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-data-");
      database = EmbeddedDatabase.start(folder, UNPACKED_SERVER);
      DatabaseAddress address = database.address();
      return Map.ofEntries(
          entry("sockettwin.data.folder", folder.toString()),
          entry("sockettwin.tls.port", "0"),
          entry("sockettwin.broker.host", "127.0.0.1"),
          entry("sockettwin.broker.port", "0"),
          entry("sockettwin.broker.embedded-program", UNPACKED_BROKER.toString()),
          entry("sockettwin.broker.gate-secret", "gate-secret-of-the-tests"),
          // Channels of the tests lead to this machine, and need not wait long.
          entry("sockettwin.push.allowed-networks", "127.0.0.0/8"),
          entry("sockettwin.push.total-patience", "2s"),
          entry("quarkus.mailer.mock", "false"),
          entry("quarkus.mailer.from", "alarms@sockettwin.test"),
          entry("quarkus.mailer.host", "127.0.0.1"),
          entry("quarkus.mailer.port", Integer.toString(freePort())),
          entry("quarkus.datasource.jdbc.url", address.jdbcUrl()),
          entry("quarkus.datasource.username", address.username()),
          entry("quarkus.datasource.password", address.password()),
          // Tests present more wrong keys than people do.
          entry("sockettwin.access.wrong-keys-per-minute", "100"),
          // Tests send faster than any device; LimitsTest knows these.
          entry("sockettwin.broker.unacknowledged-per-second", "300"),
          entry("sockettwin.broker.acknowledged-per-second", "300"),
          entry("sockettwin.registration.requests-per-second-and-address", "100"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For a mail server that a test starts.
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    try {
      if (database != null) {
        database.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
