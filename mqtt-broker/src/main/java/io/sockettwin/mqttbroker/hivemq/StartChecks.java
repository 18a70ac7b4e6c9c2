package io.sockettwin.mqttbroker.hivemq;

import com.google.common.base.Throwables;
import com.hivemq.exceptions.StartAbortedException;
import com.hivemq.exceptions.UnrecoverableException;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says in one sentence why the broker cannot start; HiveMQ says it in a log and starts without the
/// listener.
final class StartChecks {

  private StartChecks() {}

  static void check(BrokerSettings settings) {
    try {
      Files.createDirectories(settings.dataFolder().resolve("extensions"));
    } catch (IOException e) {
      throw new BrokerStartException(
          "The MQTT broker cannot write to its data folder %s: %s"
              .formatted(settings.dataFolder(), e.getMessage()),
          e);
    }
    IntStream.concat(IntStream.of(settings.port()), settings.webSocketPort().stream())
        .filter(port -> port != 0)
        .forEach(port -> checkFree(settings.bindAddress(), port));
  }

  private static void checkFree(String bindAddress, int port) {
    int backlog = 1;
    try (var probe = new ServerSocket(port, backlog, InetAddress.getByName(bindAddress))) {
      assert probe.isBound();
    } catch (UnknownHostException e) {
      throw new BrokerStartException("The MQTT broker knows no address " + bindAddress + ".", e);
    } catch (IOException e) {
      throw new BrokerStartException(
          "The MQTT broker cannot listen on %s:%d: %s."
              .formatted(bindAddress, port, e.getMessage()),
          e);
    }
  }

  static String explain(BrokerSettings settings, Exception failure) {
    if (Stream.of(failure, Throwables.getRootCause(failure))
        .anyMatch(StartAbortedException.class::isInstance)) {
      return "The MQTT broker's data folder %s is in use by another process."
          .formatted(settings.dataFolder());
    }
    if (failure instanceof UnrecoverableException) {
      return "The MQTT broker could not listen on %s:%d."
          .formatted(settings.bindAddress(), settings.port());
    }
    return "The MQTT broker could not start: " + Throwables.getRootCause(failure);
  }
}
