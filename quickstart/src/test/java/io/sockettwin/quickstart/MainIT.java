package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer sees of the packaged quickstart, from the start to the end.
class MainIT {
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path folder;

  private Process process;

  private void start(Ports ports) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dquickstart.http-port=" + ports.http(),
            "-Dquickstart.mqtt-port=" + ports.mqtt(),
            "-Dquickstart.socket-port=" + ports.socket(),
            "-Dquickstart.data=" + data(),
            "-jar",
            System.getProperty("program.under.test"));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output")).strip();
  }

  private void type(String line) throws IOException {
    process.outputWriter().write(line + System.lineSeparator());
    process.outputWriter().flush();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(Site.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @AfterEach
  void leaveNothing() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(Site.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    Site.processesOf(folder).forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void saysWhereToLookHandsTypedLinesToTheSocketAndKeepsItsDataUntilTheNextStart()
      throws Exception {
    Ports ports = Ports.free();
    start(ports);
    eventually().until(() -> output().contains("stops both"));
    assertThat(output())
        .contains("http://127.0.0.1:" + ports.http() + "/", data() + "/service/access-key")
        .doesNotContain(Files.readString(data().resolve("service/access-key")).strip());
    type("plug lamp");
    type("status");
    eventually().until(() -> output().contains("plugged in: lamp 60 W"));
    type("quit");
    assertThat(exitCode()).isZero();
    assertThat(Site.processesOf(folder)).isEmpty();
    String socket = Files.readString(data().resolve("service/demo-device.txt"));

    start(ports);
    eventually().until(() -> output().contains("stops both"));
    process.destroy();
    assertThat(exitCode()).isEqualTo(SIGTERM);
    assertThat(output()).endsWith("stops both.");
    assertThat(Site.processesOf(folder)).isEmpty();
    assertThat(data().resolve("service/demo-device.txt")).hasContent(socket);
  }

  @Test
  void endsWithASentenceAndStopsTheRestWhenTheServiceIsKilled() throws Exception {
    start(Ports.free());
    eventually().until(() -> output().contains("stops both"));
    Site.processesOf(folder).stream()
        .filter(
            it -> List.of(it.info().arguments().orElseThrow()).toString().contains("twin-service"))
        .findFirst()
        .orElseThrow()
        .destroyForcibly();
    assertThat(exitCode()).isEqualTo(1);
    assertThat(output().lines().toList().getLast())
        .startsWith("The service ended with exit code 137. Its log is")
        .contains("twin-service.log");
    assertThat(Site.processesOf(folder)).isEmpty();
  }

  @Test
  void refusesAPortInUseInASentence() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      start(new Ports(Ports.free().http(), used.getLocalPort(), Ports.free().socket()));
      assertThat(exitCode()).isEqualTo(1);
      assertThat(output())
          .contains("Port " + used.getLocalPort(), "-Dquickstart.mqtt-port=")
          .doesNotContain("\n");
      assertThat(data()).doesNotExist();
    }
  }
}
