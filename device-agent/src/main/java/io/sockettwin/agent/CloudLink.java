package io.sockettwin.agent;

import io.sockettwin.agent.link.LinkEffect;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Session;
import io.sockettwin.agent.link.SessionState;
import io.sockettwin.agent.link.SessionStep;
import io.sockettwin.agent.link.Transport;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session of one identity with one service, and what carries it. Another identity gets another
/// one. Touched by the loop's thread only, but for what the transport tells.
final class CloudLink {

  private static final Logger LOG = LoggerFactory.getLogger(CloudLink.class);

  private final DeviceKey device;
  private final ServiceAddress service;
  private final Session session;
  private final Transport transport;
  private SessionState state = SessionState.INITIAL;

  /// @param open makes the transport, given where it tells what happens
  /// @param inbox takes what the transport tells, with the link it belongs to
  CloudLink(
      DeviceKey device,
      ServiceAddress service,
      Session session,
      Function<Consumer<LinkInput>, Transport> open,
      BiConsumer<CloudLink, LinkInput> inbox) {
    this.device = device;
    this.service = service;
    this.session = session;
    this.transport = open.apply(input -> inbox.accept(this, input));
  }

  DeviceKey device() {
    return device;
  }

  ServiceAddress service() {
    return service;
  }

  LinkStatus status() {
    return state.status();
  }

  /// When it has to be given [LinkInput.WakeUp]; null while it need not.
  @Nullable Instant wakeAt() {
    return state.wakeAt();
  }

  /// Takes an input and carries out what comes of it.
  ///
  /// @param socket gets what the cloud has for the socket
  void advance(LinkInput input, Instant now, Consumer<SocketInput> socket) {
    SessionStep step = session.advance(state, input, now);
    state = step.state();
    for (LinkEffect effect : step.effects()) {
      carryOut(effect, socket);
    }
  }

  void close() {
    transport.close();
  }

  private void carryOut(LinkEffect effect, Consumer<SocketInput> socket) {
    switch (effect) {
      case LinkEffect.Connect() -> transport.connect();
      case LinkEffect.Subscribe() -> transport.subscribe();
      case LinkEffect.Publish(var message) -> transport.publish(message);
      case LinkEffect.HangUp() -> transport.hangUp();
      case LinkEffect.Tell(SocketInput input) -> socket.accept(input);
      case LinkEffect.StatusChanged(LinkStatus status) -> log(status);
      case LinkEffect.Warn(String text) -> LOG.warn("{}: {}", device, text);
    }
  }

  private void log(LinkStatus status) {
    switch (status) {
      case LinkStatus.Down down -> LOG.warn("{}: {}; trying again", device, down.sentence());
      case LinkStatus.Up up -> LOG.info("{}: {}", device, up.sentence());
      case LinkStatus.Connecting connecting -> LOG.info("{}: {}", device, connecting.sentence());
      case LinkStatus.Unpaired unpaired -> LOG.info("{}: {}", device, unpaired.sentence());
    }
  }
}
