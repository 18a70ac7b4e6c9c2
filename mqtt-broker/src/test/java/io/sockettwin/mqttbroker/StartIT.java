package io.sockettwin.mqttbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

  @Test
  void saysWhichPortIsTaken(@TempDir Path data) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(at(port, data), new TestGate()))
          .isInstanceOf(BrokerStartException.class)
          .hasMessageStartingWith("The MQTT broker cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void saysThatTheDataFolderIsInUse(@TempDir Path data) {
    var settings = Brokers.settings(data, Durability.FILE);
    try (var first = EmbeddedBroker.start(settings, new TestGate())) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedBroker.start(settings, new TestGate()))
          .isInstanceOf(BrokerStartException.class)
          .hasMessageContaining(data + " is in use");
    }
  }

  @Test
  void saysThatTheDataFolderCannotBeWritten(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> EmbeddedBroker.start(at(0, file), new TestGate()))
        .isInstanceOf(BrokerStartException.class)
        .hasMessageContaining("data folder " + file);
  }

  @Test
  void startsTwiceInOneProcess(@TempDir Path one, @TempDir Path other) {
    try (var first = EmbeddedBroker.start(at(0, one), new TestGate());
        var second = EmbeddedBroker.start(at(0, other), new TestGate())) {
      assertThat(first.port()).isNotEqualTo(second.port());
    }
  }

  @Test
  void leavesTheHostsContextLoaderAndExceptionHandlerAlone(@TempDir Path data) {
    var loader = Thread.currentThread().getContextClassLoader();
    Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};
    Thread.setDefaultUncaughtExceptionHandler(handler);
    try (var broker = EmbeddedBroker.start(at(0, data), new TestGate())) {
      assertThat(broker.port()).isPositive();
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
  }

  /// The class path of these tests holds HiveMQ and its client, with their Netty: none of it may be
  /// what the broker runs on.
  @Test
  void runsOnClassesOfItsOwn() throws Exception {
    var loader =
        new IsolatedLoader(
            ProgramFolder.unpackedBelow(Brokers.PROGRAM), StartIT.class.getClassLoader());
    for (String name :
        new String[] {
          "io.netty.channel.Channel",
          "com.hivemq.HiveMQServer",
          "org.slf4j.LoggerFactory",
          "io.sockettwin.mqttbroker.hivemq.HiveMqLauncher"
        }) {
      assertThat(loader.loadClass(name)).as(name).isNotSameAs(Class.forName(name));
      assertThat(loader.loadClass(name).getClassLoader()).as(name).isSameAs(loader);
    }
    assertThat(loader.loadClass(BrokerSettings.class.getName())).isSameAs(BrokerSettings.class);
    assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class);
    loader.close();
  }

  @Test
  void unpacksOnceWhenManyStartTogetherOrOneHasCrashed(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("unpacking-1234"));
    Callable<Integer> unpack = () -> ProgramFolder.unpackedBelow(folder).length;
    try (var executor = Executors.newFixedThreadPool(4)) {
      for (var each : executor.invokeAll(Stream.generate(() -> unpack).limit(4).toList())) {
        assertThat(each.get()).isGreaterThan(40);
      }
    }
    try (var entries = Files.list(folder)) {
      assertThat(entries.map(each -> each.getFileName().toString()))
          .filteredOn(name -> name.startsWith("hivemq-"))
          .hasSize(1);
    }
  }

  private static BrokerSettings at(int port, Path data) {
    return new BrokerSettings(
        Brokers.PROGRAM,
        data,
        "127.0.0.1",
        port,
        OptionalInt.empty(),
        Durability.MEMORY,
        50,
        DeviceRates.DEFAULT);
  }
}
