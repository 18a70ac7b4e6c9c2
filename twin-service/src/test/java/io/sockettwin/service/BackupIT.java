package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.sockettwin.service.backup.TableContents;
import io.sockettwin.service.database.EmbeddedDatabase;
import io.sockettwin.service.startup.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup, destroy, restore, with the packaged program as an operator runs it.
class BackupIT {
  /// The ready-made rules are switched off.
  private static final String OVERLOAD =
      """
      {"productId":"HRDG3CKWWZ","name":{"en":"Trip","zh":"跳闸"},"severity":"critical",
       "title":{"en":"$device","zh":"$device"},"text":{"en":"tripped","zh":"跳闸"},
       "scope":{"devices":["demo-socket"]},"mode":"live","input":{"event":"status_report"},
       "filter":{"param":"message","is":"=","value":"overcurrent"}}
      """;

  @TempDir Path folder;

  private Path data;
  private int http;
  private int mqtt;

  @Test
  void whatWasSavedIsAllThereAgainAfterTheMachineIsLost() throws Exception {
    data = folder.resolve("data");
    http = Program.freePort();
    mqtt = Program.freePort();
    Path hot = folder.resolve("hot.zip");
    Path cold = folder.resolve("cold.zip");
    try (Program program = start();
        PatientSocket socket = PatientSocket.connect(data, mqtt)) {
      live(socket);
      assertThat(told(0, "backup", hot.toString())).contains("It holds the seal key");
      assertThat(told(1, "restore", hot.toString())).startsWith("Another SocketTwin already uses");
      program.stop();
    }
    assertThat(told(1, "backup", hot.toString())).endsWith("hot.zip exists already.");
    told(0, "backup", cold.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cold)))
        .isEqualTo("rw-------");
    SortedMap<String, String> before = contents();
    assertThat(before)
        .as("what this test is about")
        .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty())
        .hasEntrySatisfying("alarm", rows -> assertThat(rows).startsWith("1 "))
        .hasEntrySatisfying("timer", rows -> assertThat(rows).startsWith("1 "))
        .hasEntrySatisfying("app_user", rows -> assertThat(rows).startsWith("2 "))
        .hasEntrySatisfying("flow", rows -> assertThat(rows).doesNotStartWith("0 "))
        .hasEntrySatisfying(
            "history.report_hrdg3ckwwz", rows -> assertThat(rows).doesNotStartWith("0 "));
    String key = Files.readString(data.resolve("access-key"));
    String secret = Files.readString(data.resolve("demo-device.txt"));

    destroy();
    assertThat(told(1, "backup", folder.resolve("none.zip").toString()))
        .startsWith("There is no database in");
    told(0, "restore", hot.toString());
    assertThat(told(1, "restore", cold.toString())).contains("--replace");
    assertThat(told(0, "restore", "--replace", cold.toString())).contains("Start the service.");
    assertThat(contents()).isEqualTo(before);
    assertThat(data.resolve("access-key")).hasContent(key);
    assertThat(data.resolve("demo-device.txt")).hasContent(secret);

    // The seal key came along: the device's secret opens.
    try (Program program = start();
        PatientSocket socket = PatientSocket.connect(data, mqtt)) {
      socket.report("{\"power_switch\":0}");
      twinShows(0);
      assertThat(program.output()).doesNotContain("ERROR");
    }
  }

  private Program start() {
    return Program.start(
            data,
            Map.of(
                "quarkus.http.port", Integer.toString(http),
                "sockettwin.broker.port", Integer.toString(mqtt)))
        .ready(http);
  }

  /// Something of everything.
  private void live(PatientSocket socket) {
    create("flows", OVERLOAD);
    socket.report("{\"power_switch\":1,\"current\":0.3}");
    socket.trip();
    twinShows(1);
    create("users", "{\"name\":\"li.na\",\"role\":\"owner\",\"language\":\"zh\"}");
    create(
        "timers",
        "{\"name\":\"off\",\"timeZone\":\"UTC\",\"rule\":{\"kind\":\"daily\",\"at\":\"07:00\"},"
            + "\"actions\":[{\"productId\":\"HRDG3CKWWZ\",\"name\":\"demo-socket\",\"values\":{\"power_switch\":0}}]}");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> asked().get("/api/alarms").jsonPath().getList("items").size() == 1);
  }

  private void create(String what, String body) {
    asked().body(body).post("/api/" + what).then().statusCode(201);
  }

  private void twinShows(int on) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() ->
            asked()
                    .get("/api/twins/HRDG3CKWWZ/demo-socket")
                    .jsonPath()
                    .getInt("reported.power_switch.value")
                == on);
  }

  private RequestSpecification asked() {
    String key = new SecretFile(data.resolve("access-key")).read().orElseThrow();
    return RestAssured.given()
        .baseUri("http://127.0.0.1:" + http)
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON);
  }

  private String told(int exitCode, String... words) {
    try (Program command = Program.command(data, words)) {
      assertThat(command.exitCode()).as(() -> command.output()).isEqualTo(exitCode);
      return command.output();
    }
  }

  private SortedMap<String, String> contents() throws Exception {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(data, TestSurroundings.UNPACKED_SERVER)) {
      return TableContents.of(database.address());
    }
  }

  private void destroy() throws IOException {
    try (Stream<Path> tree = Files.walk(data)) {
      for (Path path : tree.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
