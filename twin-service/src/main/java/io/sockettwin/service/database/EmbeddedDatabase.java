package io.sockettwin.service.database;

import io.sockettwin.service.startup.SecretFile;
import io.sockettwin.service.startup.StartupRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real PostgreSQL server of our own, durable, reachable from this machine with a password only.
public final class EmbeddedDatabase implements AutoCloseable {
  static final int MAJOR_VERSION = 18;

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "sockettwin";
  private static final int PASSWORD_BYTES = 24;

  /// After a crash the server first replays its write-ahead log.
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /// After a crash the server first brings its whole folder to the disk. File by file, four
  /// thousand of them, that took 1.5 to 2.6 s beside a build, at once 0.1 s: it grows with the load
  /// of the disk. Only Linux can do it at once.
  private static final String FOLDER_SYNC =
      System.getProperty("os.name", "").startsWith("Linux") ? "syncfs" : "fsync";

  private final ServerWatch server;
  private final DatabaseAddress address;

  private EmbeddedDatabase(ServerWatch server, DatabaseAddress address) {
    this.server = server;
    this.address = address;
  }

  /// Starts the server on `parent/postgres`, which is made at the first start and kept.
  ///
  /// @param parent a folder that no other process uses
  /// @param binaries where the server's programs are unpacked, once for each version
  public static EmbeddedDatabase start(Path parent, Path binaries) {
    Path folder = parent.resolve("postgres");
    SecretFile password = new SecretFile(parent.resolve("postgres-password"));
    SecretFile firstPassword = new SecretFile(parent.resolve("postgres-password.new"));
    Path log = parent.resolve("postgres.log");
    try {
      OrphanedServer.stop(folder, binaries);
      Path programs = privateFolder(binaries).resolve("unpacked");
      requireUsable(folder, password, firstPassword);
      Files.deleteIfExists(log);
      String secret = password.read().orElseGet(() -> newPassword(firstPassword));
      EmbeddedPostgres server = server(folder, programs, firstPassword.path(), secret, log).start();
      createDatabase(server);
      if (password.read().isEmpty()) {
        Files.move(firstPassword.path(), password.path());
      }
      ServerWatch watch = new ServerWatch(folder, log, START_LIMIT, server);
      return new EmbeddedDatabase(
          watch, new DatabaseAddress(url(server.getPort()), SUPERUSER, secret));
    } catch (IOException
        | SQLException
        | IllegalStateException
        | UncheckedIOException
        // What the library throws when it cannot unpack the server.
        | ExceptionInInitializerError e) {
      throw new StartupRefused(
          "The embedded PostgreSQL server did not start: %s. Its own words are in %s."
              .formatted(lastLine(log, e), log));
    }
  }

  /// Where the server of a service that runs in another process is.
  ///
  /// @param parent the folder that the service holds
  public static DatabaseAddress running(Path parent) {
    Path pidFile = parent.resolve("postgres/postmaster.pid");
    try {
      // The fourth line of the file is the port; a server that starts has not written it yet.
      List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
      Optional<String> password = new SecretFile(parent.resolve("postgres-password")).read();
      if (lines.size() < 4 || password.isEmpty()) {
        throw new StartupRefused(
            "The service on %s is only just starting or stopping: try again.".formatted(parent));
      }
      return new DatabaseAddress(url(lines.get(3).strip()), SUPERUSER, password.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(Object port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static EmbeddedPostgres.Builder server(
      Path folder, Path programs, Path firstPassword, String password, Path log) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setOverrideWorkingDirectory(programs.toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()))
        // These three become options of initdb: a password instead of trust, and a collation that
        // does not change with the operating system.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", firstPassword.toString())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setConnectConfig("password", password)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The library's defaults trade durability for the speed of tests.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("log_checkpoints", "off")
        .setServerConfig("recovery_init_sync_method", FOLDER_SYNC);
  }

  private static void requireUsable(Path folder, SecretFile password, SecretFile firstPassword)
      throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (password.read().isEmpty()) {
      if (firstPassword.read().isEmpty()) {
        throw new StartupRefused(
            "%s holds a database but its password in %s is missing: put the file back, or move the folder away to begin anew."
                .formatted(folder, password.path()));
      }
      // The very first start was cut off before anything could be stored.
      deleteTree(folder);
      return;
    }
    Path version = folder.resolve("PG_VERSION");
    int major = Files.exists(version) ? Integer.parseInt(Files.readString(version).strip()) : -1;
    if (major != MAJOR_VERSION) {
      throw new StartupRefused(
          "%s was written by PostgreSQL %d, but this SocketTwin brings PostgreSQL %d: upgrade the folder with pg_upgrade, or restore a backup into a new data folder."
              .formatted(folder, major, MAJOR_VERSION));
    }
  }

  /// The library lets everybody write where it unpacks: nobody else may reach that place.
  private static Path privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  private static void createDatabase(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      String question = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'";
      try (ResultSet found = statement.executeQuery(question)) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  private static String newPassword(SecretFile file) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    file.write(password);
    return password;
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList().reversed()) {
        Files.delete(path);
      }
    }
  }

  private static String lastLine(Path log, Throwable failure) {
    try {
      List<String> lines = Files.readAllLines(log).stream().filter(l -> !l.isBlank()).toList();
      return lines.isEmpty() ? String.valueOf(failure.getMessage()) : lines.getLast().strip();
    } catch (IOException e) {
      return String.valueOf(failure.getMessage());
    }
  }
}
