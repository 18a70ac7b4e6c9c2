package io.sockettwin.mqttbroker.standalone;

import io.sockettwin.mqttbroker.EmbeddedBroker;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import io.sockettwin.mqttbroker.standalone.StandaloneSettings.Parsed;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The broker as a process of its own.
public final class Main {

  /// What is told of in detail only when something is wrong; held, as loggers are forgotten.
  private static final List<Logger> QUIET =
      Stream.of("com.hivemq", "jetbrains.exodus", "migrations").map(Logger::getLogger).toList();

  private Main() {}

  public static void main(String[] arguments) {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$-7s %5$s%6$s%n");
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    switch (StandaloneSettings.parse(arguments, System.getenv())) {
      case Parsed.Valid(StandaloneSettings settings) -> start(settings);
      case Parsed.Invalid(String sentence) -> fail(sentence + "\n\n" + StandaloneSettings.USAGE);
    }
  }

  private static void start(StandaloneSettings settings) {
    try {
      var gate = new HttpGate(settings.gateUrl(), settings.gateSecret());
      var broker =
          EmbeddedBroker.start(
              settings.broker(), new RememberingGate(gate, InstantSource.system()));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
      System.out.printf(
          "The MQTT broker listens on %s:%d and asks %s about logins.%n",
          settings.broker().bindAddress(), broker.port(), settings.gateUrl());
    } catch (BrokerStartException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }
}
