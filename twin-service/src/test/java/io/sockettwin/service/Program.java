package io.sockettwin.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The packaged service, run as a user would run it.
final class Program implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Program start(Path folder, Map<String, String> settings) {
    return start(Path.of(System.getProperty("java.home")), folder, settings);
  }

  static Program start(Path javaHome, Path folder, Map<String, String> settings) {
    return start(javaHome, folder, settings, List.of());
  }

  /// A command instead of the service.
  static Program command(Path folder, String... words) {
    return start(Path.of(System.getProperty("java.home")), folder, Map.of(), List.of(words));
  }

  private static Program start(
      Path javaHome, Path folder, Map<String, String> settings, List<String> words) {
    List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
    // Starts sooner; what it is asked here does not pay for the thorough compiler.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dsockettwin.data.folder=" + folder);
    command.add("-Dsockettwin.database.embedded-server=" + TestSurroundings.UNPACKED_SERVER);
    command.add("-Dsockettwin.broker.embedded-program=" + TestSurroundings.UNPACKED_BROKER);
    Map<String, String> all = new HashMap<>(Map.of("sockettwin.broker.host", "127.0.0.1"));
    all.put("sockettwin.broker.port", "0");
    all.put("sockettwin.tls.port", "0");
    all.putAll(settings);
    all.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", System.getProperty("program.under.test")));
    command.addAll(words);
    try {
      Path output = Files.createTempFile("sockettwin-", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Program(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A port of this machine that nobody uses now.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Waits for the end of a start that must fail.
  int exitCode() {
    return process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join().exitValue();
  }

  String output() {
    try {
      return Files.readString(output).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it answers at this port.
  Program ready(int port) {
    URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Awaitility.await()
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(() ->
              client
                      .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                      .statusCode()
                  == 200);
    }
    return this;
  }

  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /// As Ctrl-C does.
  int stop() {
    process.destroy();
    return exitCode();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
