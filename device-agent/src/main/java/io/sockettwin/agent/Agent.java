package io.sockettwin.agent;

import io.sockettwin.agent.at.AtSerial;
import io.sockettwin.agent.at.AtTransport;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.credentials.PairedFile;
import io.sockettwin.agent.credentials.Pairing;
import io.sockettwin.agent.emulated.Cable;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.MqttTransport;
import io.sockettwin.agent.link.Route;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Session;
import io.sockettwin.agent.link.Transport;
import io.sockettwin.agent.recording.Header;
import io.sockettwin.agent.recording.Recorder;
import io.sockettwin.agent.store.RetainedStore;
import io.sockettwin.agent.store.RetainedWriter;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.thing.DeviceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A running socket. Starting it powers the socket up and begins to look for the service, which it
/// does for ever; closing it opens the relay and stores what must not be lost.
public final class Agent implements AutoCloseable {

  /// What a session runs over; a test may give its own.
  interface Line {
    Transport open(ServiceAddress service, Identity identity, Consumer<LinkInput> inbox);
  }

  /// Whose recording it is that has no identity yet.
  private static final DeviceKey UNPAIRED = new DeviceKey("UNPAIRED00", "socket");

  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final int LIFE_ID_LIMIT = 36 * 36 * 36 * 36 * 36;

  private final AgentLoop loop;
  private final Thread thread;
  private final Hardware hardware;
  private final RetainedWriter writer;
  private final @Nullable Recorder recorder;
  private final Line line;
  private final Pairing pairing;

  private Agent(
      AgentConfig config,
      Hardware hardware,
      RetainedWriter writer,
      @Nullable Recorder recorder,
      Line line) {
    this.hardware = hardware;
    this.writer = writer;
    this.recorder = recorder;
    this.line = line;
    this.pairing = new Pairing(new PairedFile(config.data()), config.account(), this::connectAs);
    Socket socket = new Socket(config.settings());
    this.loop = new AgentLoop(socket, hardware, writer, pairing, new MonotonicTime(), recorder);
    this.thread = Thread.ofPlatform().name("socket").unstarted(loop);
  }

  /// Starts a socket on this hardware, which it then owns.
  ///
  /// @throws IOException if the data folder cannot be used
  public static Agent start(AgentConfig config, Hardware hardware) throws IOException {
    return start(
        config,
        hardware,
        (service, identity, inbox) -> mqtt(Route.to(service, config.trust()), identity, inbox));
  }

  /// Starts an emulated socket, whose way to the service is a cable that can be pulled.
  ///
  /// @throws IOException if the data folder cannot be used
  public static Agent start(AgentConfig config, Hardware hardware, Cable cable) throws IOException {
    return start(
        config,
        hardware,
        (service, identity, inbox) ->
            mqtt(through(cable, Route.to(service, config.trust())), identity, inbox));
  }

  private static Transport mqtt(Route route, Identity identity, Consumer<LinkInput> inbox) {
    return new MqttTransport(route, identity.device(), identity.secret(), inbox);
  }

  private static Route through(Cable cable, Route route) {
    try {
      return route.through(cable.to(route.service().host(), route.service().port()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a socket on this hardware, whose way to the service is a module on a serial line.
  ///
  /// @throws IOException if the data folder cannot be used
  public static Agent start(AgentConfig config, Hardware hardware, AtSerial module)
      throws IOException {
    return start(
        config,
        hardware,
        (service, identity, inbox) ->
            new AtTransport(module, service, identity.device(), identity.secret(), inbox));
  }

  static Agent start(AgentConfig config, Hardware hardware, Line line) throws IOException {
    Recorder recorder = recorder(config);
    RetainedStore store = RetainedStore.open(config.data());
    Retained retained = store.retained();
    Agent agent = new Agent(config, hardware, new RetainedWriter(store), recorder, line);
    agent.loop.boot(retained);
    try {
      agent.pairing.start();
    } catch (IOException e) {
      agent.writer.close();
      throw e;
    }
    agent.thread.start();
    hardware.start(new SignalReader(agent.loop::tell));
    return agent;
  }

  private static @Nullable Recorder recorder(AgentConfig config) throws IOException {
    Path file = config.recording();
    if (file == null) {
      return null;
    }
    Account account = config.account();
    DeviceKey device = account == null ? UNPAIRED : account.identity().device();
    Header header =
        new Header(
            Header.VERSION, device.productId(), device.deviceName(), false, config.settings());
    try {
      return Recorder.start(file, header);
    } catch (IOException e) {
      throw new IOException("the recording " + file + " cannot be written", e);
    }
  }

  /// How the socket is now.
  public AgentView view() {
    return loop.view();
  }

  /// Waits until the socket has stopped: because it was closed, or because its loop died.
  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  /// Who the socket is, and the way to tell it.
  public Pairing pairing() {
    return pairing;
  }

  /// Gives the socket other weekly timers, in the place of those it has.
  public void set(Schedule schedule) {
    loop.tell(new SocketInput.ScheduleSet(schedule));
  }

  /// The network is there again, so that it need not wait before it tries to connect.
  void networkBack() {
    loop.tellNetworkBack();
  }

  private void connectAs(Optional<Account> account) {
    loop.use(account.map(this::link).orElse(null));
  }

  private CloudLink link(Account account) {
    DeviceKey device = account.identity().device();
    String lifeId = Integer.toString(ThreadLocalRandom.current().nextInt(LIFE_ID_LIMIT), 36);
    return new CloudLink(
        device,
        account.service(),
        new Session(device.productId(), lifeId, Version.CURRENT),
        inbox -> line.open(account.service(), account.identity(), inbox),
        loop::tell);
  }

  @Override
  public void close() {
    pairing.close();
    try {
      if (thread.isAlive()) {
        loop.stop();
      }
      thread.join(STOP_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hardware.close();
    writer.close();
    if (recorder != null) {
      recorder.close();
    }
  }
}
