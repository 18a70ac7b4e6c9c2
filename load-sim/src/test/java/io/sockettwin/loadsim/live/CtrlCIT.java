package io.sockettwin.loadsim.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.loadsim.warp.SocketTemplate;
import io.sockettwin.loadsim.warp.WarpRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program, broken off in the middle of a run.
@EnabledOnOs(OS.LINUX)
class CtrlCIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SOCKETS = 20;

  /// What shells expect of a program that ended by this signal.
  private static final int ENDED_BY_SIGINT = 128 + 2;

  private static final String SCENARIO =
      """
      name: broken-off
      sockets: %d
      duration: 1h
      connects-per-second: 20
      controls-per-second: 5
      timers: {at: 50m}
      """
          .formatted(SOCKETS);

  @TempDir private Path folder;
  private ServiceDouble service;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    service = new ServiceDouble(WarpRun.twins(SocketTemplate.load()));
    // A program that was started in the background ignores Ctrl-C, and so do its children.
    List<String> command =
        List.of(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("program.under.test"),
            "run",
            Files.writeString(folder.resolve("broken-off.yaml"), SCENARIO).toString(),
            "--service",
            service.target().service().toString(),
            "--api",
            service.api().toString(),
            "--key-file",
            Files.writeString(folder.resolve("key"), ServiceDouble.KEY).toString(),
            "--out",
            folder.resolve("results").toString());
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    service.close();
  }

  private void pressCtrlC() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  @Test
  void keepsItsReportAndTakesEverythingAwayThatItMade() throws Exception {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(service.sessions).as("output: " + output()).hasSize(SOCKETS));
    assertThat(service.timers.fired).hasSize(SOCKETS);
    pressCtrlC();
    assertThat(process.exitValue()).as(output()).isEqualTo(ENDED_BY_SIGINT);
    assertThat(output())
        .contains("(broken off)", "report.html")
        .doesNotContain("\tat ", "Exception");
    JsonNode result =
        new ObjectMapper().readTree(folder.resolve("results/broken-off/result.json").toFile());
    assertThat(result.path("interrupted").asBoolean()).isTrue();
    assertThat(result.path("differences")).isEmpty();
    assertThat(result.at("/facts/connects.made").asInt()).isGreaterThanOrEqualTo(SOCKETS);
    assertThat(folder.resolve("results/broken-off/report.html")).isNotEmptyFile();
    assertThat(service.devices).as("devices left behind").isEmpty();
    assertThat(service.timers.fired).as("timers left behind").isEmpty();
  }
}
