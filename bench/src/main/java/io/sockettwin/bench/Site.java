package io.sockettwin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The packaged service with its database and its broker, on free ports and in a folder of its own.
/// The broker is inside the service, as by default, or a process apart.
final class Site implements AutoCloseable {
  private static final String GATE_SECRET = "of the benchmark";

  /// Few devices here do what many do elsewhere, so each may send more than the 10 and 30 a second
  /// that a broker allows by default.
  private static final String DEVICE_RATES = "per-second=10000";

  private final Path tree;
  private final Path folder;
  private final boolean brokerApart;
  private final List<String> options;
  private final int http = freePort();
  private final int mqtt = freePort();
  private @Nullable Program service;
  private @Nullable Program broker;

  /// @param tree the source tree the programs were built in
  /// @param options of the service's virtual machine
  Site(Path tree, Path folder, boolean brokerApart, List<String> options) {
    this.tree = tree;
    this.folder = folder;
    this.brokerApart = brokerApart;
    this.options = options;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() throws InterruptedException {
    if (brokerApart) {
      startBroker();
    }
    startService();
  }

  void startService() throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(Program.JAVA));
    command.addAll(options);
    command.add("-Dsockettwin.data.folder=" + serviceFolder());
    command.add("-Dsockettwin.database.embedded-server=" + folder.resolve("postgres-server"));
    command.add("-Dsockettwin.broker.embedded-program=" + folder.resolve("broker-program"));
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + http);
    command.add("-Dsockettwin.tls.port=");
    if (brokerApart) {
      command.add("-Dsockettwin.broker.url=mqtt://127.0.0.1:" + mqtt);
      command.add("-Dsockettwin.broker.gate-secret=" + GATE_SECRET);
      command.add("-Dsockettwin.broker.password=" + GATE_SECRET);
    } else {
      command.add("-Dsockettwin.broker.host=127.0.0.1");
      command.add("-Dsockettwin.broker.port=" + mqtt);
      command.add("-Dsockettwin.broker.acknowledged-" + DEVICE_RATES);
      command.add("-Dsockettwin.broker.unacknowledged-" + DEVICE_RATES);
    }
    command.add("-jar");
    command.add(app().resolve("twin-service-run.jar").toString());
    service = Program.start(command, log("service"));
    Rest rest = rest();
    service.await(rest::isReady);
  }

  void startBroker() throws InterruptedException {
    broker = broker(http);
  }

  /// A broker that asks at this port about logins.
  Program broker(int gatePort) throws InterruptedException {
    List<String> command =
        List.of(
            Program.JAVA,
            "-Xmx384m",
            "-cp",
            app().resolve("lib/main") + "/*",
            "io.sockettwin.mqttbroker.standalone.Main",
            "--gate-url=http://127.0.0.1:" + gatePort + "/broker/login",
            "--gate-secret=" + GATE_SECRET,
            "--port=" + mqtt,
            "--bind-address=127.0.0.1",
            "--acknowledged-" + DEVICE_RATES,
            "--unacknowledged-" + DEVICE_RATES,
            "--data-folder=" + folder.resolve("broker"),
            "--program-folder=" + folder.resolve("broker-program"));
    Program started = Program.start(command, log("broker"));
    started.await(this::brokerListens);
    return started;
  }

  private boolean brokerListens() {
    try (var probe = new Socket()) {
      probe.connect(address());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Path app() {
    return tree.resolve("twin-service/target/quarkus-app");
  }

  private Path log(String name) {
    try {
      return Files.createDirectories(folder).resolve(name + ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path serviceFolder() {
    return folder.resolve("service");
  }

  Rest rest() {
    return new Rest(URI.create("http://127.0.0.1:" + http + "/"), serviceFolder());
  }

  Database database() {
    return Database.of(serviceFolder());
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), mqtt);
  }

  boolean isBrokerApart() {
    return brokerApart;
  }

  /// The process apart.
  Program broker() {
    return Objects.requireNonNull(broker);
  }

  Program service() {
    return Objects.requireNonNull(service);
  }

  Usages usages() {
    Usage postgres = database().server().map(Usage::of).orElse(Usage.NONE);
    return new Usages(
        Usage.alone(service().handle()),
        broker == null ? Usage.NONE : Usage.alone(broker.handle()),
        postgres,
        Usage.alone(ProcessHandle.current()));
  }

  /// What each has used.
  record Usages(Usage service, Usage broker, Usage database, Usage generator) {
    Usages minus(Usages earlier) {
      return new Usages(
          service.minus(earlier.service),
          broker.minus(earlier.broker),
          database.minus(earlier.database),
          generator.minus(earlier.generator));
    }
  }

  @Override
  public void close() {
    if (service != null) {
      service.close();
    }
    if (broker != null) {
      broker.close();
    }
    database().stop();
  }
}
