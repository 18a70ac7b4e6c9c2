package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.fleet.Link;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One socket's way to a service over MQTT. What an older connection still says is not listened to.
final class MqttLink implements Link, MqttConnection.Owner {

  /// Messages that wait for the broker's acknowledgement, where that counts as an answer.
  private static final int MAX_UNACKNOWLEDGED = 256;

  private final VirtualSocket socket;
  private final Lane lane;
  private final Wiring wiring;
  private final int place;
  private @Nullable MqttConnection current;
  private @Nullable Map<Integer, Message.Up> unacknowledged;
  private long wantedAt;
  private long keepAliveAt = Agenda.NEVER;
  private boolean pinged;
  private int attempts;

  MqttLink(VirtualSocket socket, Lane lane, Wiring wiring) {
    this.socket = socket;
    this.lane = lane;
    this.wiring = wiring;
    this.place = lane.add(this);
    socket.attach(this);
  }

  VirtualSocket socket() {
    return socket;
  }

  long dueAt() {
    return Math.min(socket.dueAt(), keepAliveAt);
  }

  void timeHasCome(long now) {
    if (keepAliveAt <= now) {
      keepAlive(now);
    }
    socket.timeHasCome(now);
  }

  @Override
  public void connect() {
    hangUp();
    int attempt = ++attempts;
    long now = now();
    long at = lane.gate().pass(now);
    if (at == now) {
      open(attempt);
    } else {
      var _ = lane.loop().schedule(() -> open(attempt), at - now, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void subscribe() {
    if (current != null) {
      current.subscribe(wiring.dialect().subscriptions(device()));
    }
  }

  @Override
  public void publish(Message.Up message, long delayNanos) {
    MqttConnection connection = current;
    if (delayNanos > 0) {
      var _ =
          lane.loop()
              .schedule(() -> publish(message, connection), delayNanos, TimeUnit.NANOSECONDS);
    } else {
      publish(message, connection);
    }
  }

  @Override
  public void hangUp() {
    MqttConnection connection = forget();
    if (connection != null) {
      connection.disconnect();
    }
  }

  @Override
  public void later(LinkInput input, long delayNanos) {
    var _ =
        lane.loop()
            .schedule(
                () -> tell(() -> socket.toldLate(input, now())), delayNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void reset() {
    if (current != null) {
      current.reset();
    }
  }

  /// The channel stays open until the service gives it up.
  @Override
  public void vanish() {
    MqttConnection connection = forget();
    if (connection != null) {
      connection.stall(Stall.EVERYTHING);
    }
  }

  @Override
  public void stall(Stall stall) {
    if (current != null) {
      current.stall(stall);
    }
  }

  @Override
  public void usurp() {
    Dialect.Login login = login();
    new Impostor(login, keepAliveSeconds()).connect(wiring, lane, source());
  }

  @Override
  public void babble(byte[] payload) {
    Message.Up report =
        new Message.Report(ClientToken.NONE, null, JsonNodeFactory.instance.objectNode());
    Dialect.Packet packet = wiring.dialect().encode(report, device());
    if (current != null && packet != null) {
      current.publish(packet.topic(), ByteBuffer.wrap(payload), socket.member().make().qos());
    }
  }

  @Override
  public void accepted(MqttConnection from) {
    if (from == current) {
      keepAliveAt = now() + keepAliveNanos();
      tell(() -> socket.connected(wantedAt, now()));
    }
  }

  @Override
  public void refused(MqttConnection from, MqttConnectReturnCode code) {
    lost(from, loss(code));
  }

  @Override
  public void subscribed(MqttConnection from, boolean granted) {
    if (from == current && granted) {
      tell(() -> socket.told(new LinkInput.Subscribed(), now()));
    } else if (!granted) {
      lost(from, Loss.NOT_PERMITTED);
      from.close();
    }
  }

  @Override
  public void received(MqttConnection from, String topic, byte[] payload) {
    Message.Down message =
        from == current ? wiring.dialect().decode(topic, payload, device()) : null;
    if (message != null) {
      hear(message);
    }
  }

  @Override
  public void acknowledged(MqttConnection from, int packetId) {
    Message.Up message =
        from == current && unacknowledged != null ? unacknowledged.remove(packetId) : null;
    Message.Down answer = message == null ? null : wiring.dialect().acknowledged(message);
    if (answer != null) {
      hear(answer);
    }
  }

  @Override
  public void ended(MqttConnection from, boolean wasAccepted) {
    lost(from, wasAccepted ? Loss.CLOSED : Loss.UNREACHABLE);
  }

  private void open(int attempt) {
    if (attempt == attempts) {
      wantedAt = now();
      MqttConnection connection = new MqttConnection(this, login(), keepAliveSeconds());
      current = connection;
      connection.open(wiring.bootstrap(lane, connection), wiring.service(), source());
    }
  }

  private void publish(Message.Up message, @Nullable MqttConnection connection) {
    Message.Down answer = wiring.dialect().answer(message);
    if (answer != null) {
      later(new LinkInput.Received(answer), 0);
    }
    Dialect.Packet packet = wiring.dialect().encode(message, device());
    if (connection == null || connection != current || packet == null) {
      return;
    }
    int packetId =
        connection.publish(packet.topic(), packet.payload(), socket.member().make().qos());
    if (packetId != 0 && wiring.dialect().acknowledged(message) != null) {
      await(packetId, message);
    }
  }

  private void await(int packetId, Message.Up message) {
    if (unacknowledged == null) {
      unacknowledged = new HashMap<>();
    }
    if (unacknowledged.size() < MAX_UNACKNOWLEDGED) {
      unacknowledged.put(packetId, message);
    }
  }

  private void hear(Message.Down message) {
    tell(() -> socket.told(new LinkInput.Received(message), now()));
  }

  /// Nothing was heard for a while: asks, and gives up when there is still nothing.
  private void keepAlive(long now) {
    MqttConnection connection = current;
    if (connection == null) {
      keepAliveAt = Agenda.NEVER;
    } else if (connection.heardOf()) {
      pinged = false;
      keepAliveAt = now + keepAliveNanos();
    } else if (pinged) {
      connection.reset();
    } else {
      pinged = true;
      connection.ping();
      keepAliveAt = now + keepAliveNanos() / 2;
    }
  }

  private void lost(MqttConnection from, Loss loss) {
    if (from == current) {
      forget();
      lane.failed(loss);
      tell(() -> socket.lost(loss, now()));
    }
  }

  private @Nullable MqttConnection forget() {
    MqttConnection connection = current;
    current = null;
    unacknowledged = null;
    keepAliveAt = Agenda.NEVER;
    pinged = false;
    attempts++;
    return connection;
  }

  private void tell(Runnable telling) {
    telling.run();
    lane.touched(place);
  }

  private DeviceKey device() {
    return socket.member().device();
  }

  private Dialect.Login login() {
    int number = socket.member().number();
    return wiring
        .dialect()
        .login(device(), wiring.identities().secret(number), socket.member().make().hmac());
  }

  private @Nullable InetSocketAddress source() {
    return wiring.source(socket.member().number());
  }

  private long now() {
    return lane.clock().nanos();
  }

  private long keepAliveNanos() {
    return socket.member().make().keepAlive().toNanos();
  }

  private int keepAliveSeconds() {
    return (int) Math.max(1, socket.member().make().keepAlive().toSeconds());
  }

  private static Loss loss(MqttConnectReturnCode code) {
    return switch (code) {
      case CONNECTION_REFUSED_IDENTIFIER_REJECTED -> Loss.BAD_IDENTITY;
      case CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD -> Loss.WRONG_SECRET;
      case CONNECTION_REFUSED_NOT_AUTHORIZED -> Loss.UNKNOWN_DEVICE;
      default -> Loss.SERVICE_UNAVAILABLE;
    };
  }
}
