package io.sockettwin.quickstart;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The service and an emulated socket, as processes. Closing it, from any thread and at any time,
/// leaves nothing running.
final class Stack implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Programs programs;
  private final Settings settings;
  private final ServicePage page;
  private final Deque<ChildProcess> children = new ArrayDeque<>();
  private boolean closed;

  Stack(Programs programs, Settings settings) {
    this.programs = programs;
    this.settings = settings;
    this.page = new ServicePage(address(), accessKey());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + settings.httpPort() + "/");
  }

  Path serviceFolder() {
    return settings.folder().resolve("service");
  }

  Path accessKey() {
    return serviceFolder().resolve("access-key");
  }

  Path credentials() {
    return serviceFolder().resolve("demo-device.txt");
  }

  /// Refuses before anything is started what would fail later in more words.
  void requireFreePorts() {
    requireFree(settings.httpPort(), Settings.HTTP_PORT);
    requireFree(settings.mqttPort(), Settings.MQTT_PORT);
    requireFree(settings.socketPort(), Settings.SOCKET_PORT);
  }

  private static void requireFree(int port, String key) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw new CannotGoOn(
          "Port %d cannot be opened (%s): stop the program that uses it, perhaps an earlier quickstart, or choose another with -D%s=..."
              .formatted(port, e.getMessage(), key),
          e);
    }
  }

  /// Starts the service and waits until it is ready.
  ///
  /// @param more settings of the service, beyond those that make it ours
  ChildProcess startService(Map<String, String> more) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.add("-Dsockettwin.data.folder=" + serviceFolder());
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + settings.httpPort());
    command.add("-Dsockettwin.broker.host=127.0.0.1");
    command.add("-Dsockettwin.broker.port=" + settings.mqttPort());
    command.add("-Dsockettwin.tls.port=");
    // Its log is a file: no password into it.
    command.add("-Dsockettwin.access.first-administrator=false");
    more.forEach((key, value) -> command.add("-D" + key + "=" + value));
    Collections.addAll(command, "-jar", programs.service().toString());
    Path log = settings.folder().resolve("twin-service.log");
    ChildProcess service = launch("service", command, Redirect.appendTo(log.toFile()), log);
    await(service, page::isReady);
    return service;
  }

  /// Starts the demo socket with a console and waits until its twin is online.
  ChildProcess startAgent(Redirect output) throws InterruptedException {
    List<String> command =
        List.of(
            JAVA.toString(),
            "-jar",
            programs.agent().toString(),
            "--service=127.0.0.1:" + settings.mqttPort(),
            "--credentials=" + credentials(),
            "--data=" + settings.folder().resolve("agent"),
            "--page=127.0.0.1:" + settings.socketPort(),
            "--console");
    Credentials device = Credentials.read(credentials());
    Path log = settings.folder().resolve("device-agent.log");
    ChildProcess agent = launch("emulated socket", command, output, log);
    await(agent, () -> page.isOnline(device));
    return agent;
  }

  private synchronized ChildProcess launch(
      String name, List<String> command, Redirect output, Path log) {
    if (closed) {
      throw new CannotGoOn("The %s is not started, since all is being stopped.".formatted(name));
    }
    try {
      Files.createDirectories(settings.folder());
      ChildProcess child = ChildProcess.start(name, command, output, log);
      children.push(child);
      return child;
    } catch (IOException e) {
      throw new CannotGoOn("The %s cannot be started: %s.".formatted(name, e.getMessage()), e);
    }
  }

  private interface Condition {
    boolean holds() throws InterruptedException;
  }

  private static void await(ChildProcess child, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!condition.holds()) {
      if (child.endsWithin(POLL)) {
        throw child.ended();
      }
      if (System.nanoTime() > end) {
        throw child.notReady(START_LIMIT);
      }
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /// Goes on until one of the programs ends, and says which.
  CannotGoOn firstEnd() throws InterruptedException {
    while (true) {
      for (ChildProcess child : running()) {
        if (child.endsWithin(POLL)) {
          return child.ended();
        }
      }
    }
  }

  private synchronized List<ChildProcess> running() {
    return List.copyOf(children);
  }

  /// Stops the socket before the service, so that it can say goodbye.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    try {
      for (ChildProcess child : running()) {
        child.stop();
      }
      Database.stop(serviceFolder());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    page.close();
  }
}
