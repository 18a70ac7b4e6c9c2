package io.sockettwin.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;

/// The packaged service and the packaged emulated socket on ports and a folder of their own, with
/// the ways to look at them.
final class Site implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  final Path folder;
  final Ports ports;
  final Stack stack;
  final Rest rest;
  private ChildProcess service;
  private ChildProcess agent;

  Site(Path folder) {
    this.folder = folder;
    this.ports = Ports.free();
    this.stack =
        new Stack(
            Programs.built(), new Settings(ports.http(), ports.mqtt(), ports.socket(), folder));
    this.rest = new Rest(stack.address(), stack.accessKey());
    // For a run of the tests that is broken off.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  /// Waits as long as a busy machine may need.
  static ConditionFactory eventually() {
    return await().atMost(PATIENCE).pollInterval(100, TimeUnit.MILLISECONDS);
  }

  Site startService() throws InterruptedException {
    return startService(Map.of());
  }

  Site startService(Map<String, String> settings) throws InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    // Unpacked once for all tests.
    all.put("sockettwin.database.embedded-server", TARGET.resolve("postgres-server").toString());
    all.put("sockettwin.broker.embedded-program", TARGET.resolve("broker-program").toString());
    service = stack.startService(all);
    return this;
  }

  Site startAgent() throws InterruptedException {
    agent = stack.startAgent(Redirect.to(said().toFile()));
    return this;
  }

  ChildProcess service() {
    return service;
  }

  ChildProcess agent() {
    return agent;
  }

  Rows rows() {
    return Rows.of(stack.serviceFolder());
  }

  String demoTwin() {
    Credentials demo = Credentials.read(stack.credentials());
    return "api/twins/" + demo.product() + "/" + demo.name();
  }

  private Path said() {
    return folder.resolve("device-agent.out");
  }

  /// What the socket's console answers to `status`: the line that begins with the load's state.
  String console() {
    try {
      long before = statusLines().size();
      agent.type("status");
      eventually().until(() -> statusLines().size() > before);
      return statusLines().getLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> statusLines() throws IOException {
    return Files.readAllLines(said()).stream()
        .filter(line -> line.matches("(OFF|ON|TRIPPED) .*"))
        .toList();
  }

  /// Everything that runs because of this site, whoever its parent is now.
  List<ProcessHandle> processes() {
    return processesOf(folder);
  }

  static List<ProcessHandle> processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process ->
            String.join(" ", process.info().arguments().orElse(new String[0]))
                .contains(folder.toString()))
        .toList();
  }

  @Override
  public void close() {
    stack.close();
  }
}
