package io.sockettwin.agent;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.MqttTransport;
import io.sockettwin.agent.link.Session;
import io.sockettwin.agent.link.Transport;
import io.sockettwin.agent.store.RetainedStore;
import io.sockettwin.agent.store.RetainedWriter;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.thing.DeviceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A running socket. Starting it powers the socket up and begins to look for the service, which it
/// does for ever; closing it opens the relay and stores what must not be lost.
public final class Agent implements AutoCloseable {

  /// What a session runs over; a test may give its own.
  interface Line {
    Transport open(Consumer<LinkInput> inbox);
  }

  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final int LIFE_ID_LIMIT = 36 * 36 * 36 * 36 * 36;

  private final AgentLoop loop;
  private final Thread thread;
  private final Hardware hardware;
  private final RetainedWriter writer;
  private final Transport transport;

  private Agent(
      AgentLoop loop,
      Hardware hardware,
      RetainedWriter writer,
      Transport transport,
      DeviceKey key) {
    this.loop = loop;
    this.hardware = hardware;
    this.writer = writer;
    this.transport = transport;
    this.thread = Thread.ofPlatform().name("socket-" + key.deviceName()).unstarted(loop);
  }

  /// Starts a socket on this hardware, which it then owns.
  ///
  /// @throws IOException if the data folder cannot be used
  public static Agent start(AgentConfig config, Hardware hardware) throws IOException {
    Identity identity = config.identity();
    return start(
        config,
        hardware,
        inbox -> new MqttTransport(config.service(), identity.device(), identity.secret(), inbox));
  }

  static Agent start(AgentConfig config, Hardware hardware, Line line) throws IOException {
    RetainedStore store = RetainedStore.open(config.data());
    Retained retained = store.retained();
    RetainedWriter writer = new RetainedWriter(store);
    DeviceKey device = config.identity().device();
    String lifeId = Integer.toString(ThreadLocalRandom.current().nextInt(LIFE_ID_LIMIT), 36);
    Session session = new Session(device.productId(), lifeId, Version.CURRENT);
    MonotonicTime time = new MonotonicTime();
    Socket socket = new Socket(config.settings());
    AgentLoop loop = new AgentLoop(device, socket, session, hardware, writer, time);
    Transport transport = line.open(loop::tell);
    Agent agent = new Agent(loop, hardware, writer, transport, device);
    loop.boot(retained, transport);
    agent.thread.start();
    hardware.start(new SignalReader(loop::tell));
    return agent;
  }

  /// How the socket is now.
  public AgentView view() {
    return loop.view();
  }

  /// Waits until the socket has stopped: because it was closed, or because its loop died.
  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    try {
      if (thread.isAlive()) {
        loop.stop();
      }
      thread.join(STOP_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transport.close();
    hardware.close();
    writer.close();
  }
}
