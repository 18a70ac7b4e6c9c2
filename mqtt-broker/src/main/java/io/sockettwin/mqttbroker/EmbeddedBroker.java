package io.sockettwin.mqttbroker;

import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Broker;
import io.sockettwin.mqttbroker.gate.BrokerCounts;
import io.sockettwin.mqttbroker.gate.BrokerLauncher;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Host;
import io.sockettwin.mqttbroker.gate.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An MQTT broker inside this process that shares nothing with it but the package `gate`.
public final class EmbeddedBroker implements Broker {

  private static final String LAUNCHER = "io.sockettwin.mqttbroker.hivemq.HiveMqLauncher";

  private final Broker broker;
  private final IsolatedLoader loader;

  private EmbeddedBroker(Broker broker, IsolatedLoader loader) {
    this.broker = broker;
    this.loader = loader;
  }

  /// Returns when the broker listens; takes one to two seconds, longer the first time.
  ///
  /// @param gate asked about every CONNECT, with this thread's context class loader
  /// @throws BrokerStartException with one sentence for the operator
  public static EmbeddedBroker start(BrokerSettings settings, Gate gate) {
    return start(settings, gate, null);
  }

  /// The same, with a host that takes what devices say past the queues.
  public static EmbeddedBroker start(BrokerSettings settings, Gate gate, @Nullable Host host) {
    Thread thread = Thread.currentThread();
    ClassLoader hostContext = thread.getContextClassLoader();
    IsolatedLoader loader = loader(settings);
    thread.setContextClassLoader(loader);
    try {
      return new EmbeddedBroker(
          launcher(loader).launch(settings, inContext(hostContext, gate), host), loader);
    } catch (BrokerStartException e) {
      close(loader);
      throw e;
    } finally {
      thread.setContextClassLoader(hostContext);
    }
  }

  private static IsolatedLoader loader(BrokerSettings settings) {
    try {
      return new IsolatedLoader(
          ProgramFolder.unpackedBelow(settings.programFolder()),
          EmbeddedBroker.class.getClassLoader());
    } catch (IOException e) {
      throw new BrokerStartException(
          "The MQTT broker could not be unpacked into %s: %s"
              .formatted(settings.programFolder(), e.getMessage()),
          e);
    }
  }

  private static BrokerLauncher launcher(IsolatedLoader loader) {
    try {
      return (BrokerLauncher) loader.loadClass(LAUNCHER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot load " + LAUNCHER, e);
    }
  }

  private static Gate inContext(ClassLoader hostContext, Gate gate) {
    return new Gate() {
      @Override
      public Admission admit(Login login) throws Exception {
        Thread.currentThread().setContextClassLoader(hostContext);
        return gate.admit(login);
      }

      @Override
      public void forget(String clientId) {
        gate.forget(clientId);
      }
    };
  }

  @Override
  public int port() {
    return broker.port();
  }

  @Override
  public OptionalInt webSocketPort() {
    return broker.webSocketPort();
  }

  @Override
  public BrokerCounts counts() {
    return broker.counts();
  }

  @Override
  public boolean send(String clientId, String topic, byte[] payload) {
    return broker.send(clientId, topic, payload);
  }

  @Override
  public void together(Runnable sends) {
    broker.together(sends);
  }

  @Override
  public void close() {
    broker.close();
    close(loader);
  }

  private static void close(IsolatedLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
