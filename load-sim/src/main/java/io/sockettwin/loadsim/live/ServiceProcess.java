package io.sockettwin.loadsim.live;

import io.sockettwin.agent.link.ServiceAddress;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A service of its own for one run, in a folder that is gone afterwards.
public final class ServiceProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final int READY = 200;

  /// A terminal sends Ctrl-C to all programs that were started in it, but the service must stay
  /// until the run is audited. What a program's parent ignores, it ignores as well.
  private static final List<String> IGNORING_CTRL_C =
      File.separatorChar == '/'
          ? List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"")
          : List.of();

  private final Process process;
  private final Path folder;
  private final int httpPort;
  private final int mqttPort;
  private final Thread hook = new Thread(this::close, "stop-service");

  private ServiceProcess(Process process, Path folder, int httpPort, int mqttPort) {
    this.process = process;
    this.folder = folder;
    this.httpPort = httpPort;
    this.mqttPort = mqttPort;
  }

  /// Starts the service and waits until it is ready.
  ///
  /// @throws CannotRun if it does not become ready
  public static ServiceProcess start(Path jar) throws InterruptedException {
    if (!Files.isRegularFile(jar)) {
      throw new CannotRun("there is no service at " + jar + ": build it with ./mvnw package");
    }
    try {
      Path folder = Files.createTempDirectory("load-sim-service");
      int http = freePort();
      int mqtt = freePort();
      Process process =
          new ProcessBuilder(command(jar, folder, http, mqtt))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      ServiceProcess service = new ServiceProcess(process, folder, http, mqtt);
      Runtime.getRuntime().addShutdownHook(service.hook);
      service.awaitReady();
      return service;
    } catch (IOException e) {
      throw new CannotRun("the service cannot be started: " + e.getMessage(), e);
    }
  }

  /// From now on the caller closes it also when the program is told to end, since there is
  /// something to be done with it first.
  ///
  /// @throws CannotRun if the program is ending already
  public void closedByCaller() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new CannotRun("broken off", e);
    }
  }

  public ServiceAddress service() {
    return new ServiceAddress("127.0.0.1", mqttPort);
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  public String accessKey() {
    try {
      return Files.readString(folder.resolve("data/access-key")).strip();
    } catch (IOException e) {
      throw new CannotRun("the started service has no access key", e);
    }
  }

  @Override
  public synchronized void close() {
    if (Files.notExists(folder)) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println("load-sim: " + folder + " cannot be removed: " + e.getMessage());
    }
  }

  private static List<String> command(Path jar, Path folder, int http, int mqtt) {
    List<String> command = new ArrayList<>(IGNORING_CTRL_C);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsockettwin.data.folder=" + folder.resolve("data"),
            "-Dsockettwin.demo=false",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + http,
            "-Dsockettwin.broker.host=127.0.0.1",
            "-Dsockettwin.broker.port=" + mqtt,
            "-Dsockettwin.tls.port=",
            "-Dsockettwin.push.allowed-networks=127.0.0.0/8",
            "-jar",
            jar.toString()));
    return command;
  }

  private void awaitReady() throws InterruptedException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(api().resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == READY) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
        }
      }
    }
    process.destroyForcibly();
    String last = lastWords(Files.readString(folder.resolve("log")));
    close();
    throw new CannotRun("the service did not become ready; its last words: " + last);
  }

  private static String lastWords(String log) {
    return log.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse("none");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
