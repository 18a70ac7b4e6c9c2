package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sockettwin.service.database.EmbeddedDatabase;
import io.sockettwin.service.startup.SecretFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees when the packaged service cannot start, and that it stops cleanly.
class StartupIT {
  @TempDir Path folder;

  private static Map<String, String> http(int port) {
    return Map.of("quarkus.http.port", Integer.toString(port));
  }

  private void assertRefusal(Map<String, String> settings, String... words) throws Exception {
    assertRefusal(Program.start(folder.resolve("data"), settings), words);
  }

  private static void assertRefusal(Program program, String... words) throws Exception {
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output()).contains(words).doesNotContain("\n").endsWith(".");
  }

  @Test
  void refusesAnHttpPortInUse() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = used.getLocalPort();
      assertRefusal(http(port), "HTTP port " + port, "quarkus.http.port");
    }
  }

  @Test
  void refusesADataFolderItCannotWrite() throws Exception {
    Files.createFile(folder.resolve("data"));
    assertRefusal(http(0), "The data folder", "is a file", "sockettwin.data.folder");
  }

  @Test
  void refusesASettingOfTheWrongKind() throws Exception {
    assertRefusal(
        Map.of("quarkus.http.port", "many"), "Invalid configuration", "quarkus.http.port");
  }

  @Test
  void refusesASettingOfTheWrongKindThatOnlyTheApplicationReads() throws Exception {
    assertRefusal(
        Map.of("sockettwin.access.session-life", "soon"),
        "Invalid configuration",
        "sockettwin.access.session-life",
        "soon");
  }

  @Test
  void refusesASettingItDoesNotKnow() throws Exception {
    assertRefusal(
        Map.of("sockettwin.databse.url", "jdbc:postgresql://db/twin"),
        "Invalid configuration: there is no setting sockettwin.databse.url.");
  }

  @Test
  void refusesADatabaseNobodyRuns() throws Exception {
    int port = Program.freePort();
    assertRefusal(
        Map.of(
            "quarkus.http.port", "0",
            "sockettwin.database.url", "jdbc:postgresql://127.0.0.1:" + port + "/sockettwin",
            "sockettwin.database.username", "twin"),
        "127.0.0.1:" + port,
        "is unreachable",
        "sockettwin.database.url");
  }

  @Test
  void refusesAnMqttPortInUse() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(used.getLocalPort());
      assertRefusal(
          Map.of("quarkus.http.port", "0", "sockettwin.broker.port", port),
          "MQTT port " + port,
          "sockettwin.broker.port");
    }
  }

  @Test
  void refusesATlsPortInUse() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(used.getLocalPort());
      assertRefusal(
          Map.of("quarkus.http.port", "0", "sockettwin.tls.port", port),
          "MQTT over TLS port " + port,
          "sockettwin.tls.port");
    }
  }

  @Test
  void refusesACertificateItCannotRead() throws Exception {
    assertRefusal(
        Map.of(
            "quarkus.http.port", "0",
            "sockettwin.tls.certificate", folder.resolve("none.pem").toString(),
            "sockettwin.tls.private-key", folder.resolve("none.pem").toString()),
        "none.pem cannot be read",
        "sockettwin.tls.certificate");
  }

  @Test
  void refusesABrokerNobodyRuns() throws Exception {
    int port = Program.freePort();
    assertRefusal(
        Map.of("quarkus.http.port", "0", "sockettwin.broker.url", "mqtt://127.0.0.1:" + port),
        "MQTT broker at 127.0.0.1:" + port,
        "is unreachable",
        "sockettwin.broker.url");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Optional<Path> old = oldJava();
    assumeTrue(old.isPresent(), "no Java before 25 is installed here");
    assertRefusal(Program.start(old.get(), folder, Map.of()), "needs Java 25 or newer");
  }

  private static Optional<Path> oldJava() throws IOException {
    List<Path> homes = new ArrayList<>();
    Path parent = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(parent)) {
      try (Stream<Path> found = Files.list(parent)) {
        found.filter(home -> Files.isExecutable(home.resolve("bin/java"))).forEach(homes::add);
      }
    }
    return homes.stream()
        .filter(home -> home.getFileName().toString().matches(".*\\b(1\\.)?(8|11|17|21)\\b.*"))
        .findFirst();
  }

  @Test
  void refusesASecondServiceOnItsFolderAndAWrongPasswordOfItsDatabase() throws Exception {
    int port = Program.freePort();
    Path data = folder.resolve("data");
    try (Program first = Program.start(data, http(port)).ready(port)) {
      assertRefusal(Program.start(data, http(0)), "Another SocketTwin already uses");
      Map<String, String> wrongPassword =
          Map.of(
              "quarkus.http.port", "0",
              "sockettwin.database.url",
                  "jdbc:postgresql://127.0.0.1:" + postgresPort(data) + "/sockettwin",
              "sockettwin.database.username", "postgres",
              "sockettwin.database.password", "guess");
      assertRefusal(
          Program.start(folder.resolve("other"), wrongPassword),
          "refuses user postgres",
          "sockettwin.database.password");
      assertThat(first.stop()).isEqualTo(143);
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void startsAgainAfterItWasKilledAndKeepsItsData() throws Exception {
    int port = Program.freePort();
    Path data = folder.resolve("data");
    Program.start(data, http(port)).ready(port).kill();
    String orphan = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    assertThat(ProcessHandle.of(Long.parseLong(orphan))).isPresent();
    String demo = Files.readString(data.resolve("demo-device.txt"));

    try (Program again = Program.start(data, http(port)).ready(port)) {
      assertThat(ProcessHandle.of(Long.parseLong(orphan)).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(data.resolve("demo-device.txt")).hasContent(demo);
      assertThat(again.output()).doesNotContain("ERROR");
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + postgresPort(data) + "/sockettwin",
              "postgres",
              new SecretFile(data.resolve("postgres-password")).read().orElseThrow())) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void devicesAreOfflineWhileItIsStopped() throws Exception {
    int port = Program.freePort();
    int mqtt = Program.freePort();
    Path data = folder.resolve("data");
    Map<String, String> settings = new HashMap<>(http(port));
    settings.put("sockettwin.broker.port", Integer.toString(mqtt));
    Instant stopped;
    try (Program program = Program.start(data, settings).ready(port);
        PatientSocket socket = PatientSocket.connect(data, mqtt)) {
      socket.report("{\"power_switch\":1}");
      stopped = Instant.now();
      program.stop();
      assertThat(program.output()).doesNotContain("ERROR", "WARN");
    }
    try (EmbeddedDatabase database =
            EmbeddedDatabase.start(data, TestSurroundings.UNPACKED_SERVER);
        Connection connection =
            DriverManager.getConnection(
                database.address().jdbcUrl(),
                database.address().username(),
                database.address().password());
        ResultSet twin =
            connection
                .createStatement()
                .executeQuery("select connected, reason, since from twin")) {
      assertThat(twin.next()).isTrue();
      assertThat(twin.getBoolean("connected")).isFalse();
      assertThat(twin.getString("reason")).isEqualTo("closed by the broker");
      assertThat(twin.getTimestamp("since").toInstant())
          .isBetween(stopped.minusMillis(1), Instant.now());
    }
  }

  private static String postgresPort(Path data) throws IOException {
    return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
  }
}
