package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.fleet.Link;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Lets one socket speak with a service over MQTT. What an older connection still says is not
/// listened to.
final class MqttLink implements Link, MqttConnection.Owner {

  private final VirtualSocket socket;
  private final Lane lane;
  private final Way way;
  private final int place;
  private final KeepAlive keepAlive;
  private final Unacknowledged unacknowledged = new Unacknowledged();
  private @Nullable MqttConnection current;
  private long wantedAt;
  private int attempts;

  MqttLink(VirtualSocket socket, Lane lane, Wiring wiring) {
    this.socket = socket;
    this.lane = lane;
    this.way = new Way(socket.member(), lane, wiring);
    this.keepAlive = new KeepAlive(socket.member().make().keepAlive().toNanos());
    this.place = lane.add(this);
    socket.attach(this);
  }

  VirtualSocket socket() {
    return socket;
  }

  long dueAt() {
    return Math.min(socket.dueAt(), keepAlive.dueAt());
  }

  void timeHasCome(long now) {
    MqttConnection connection = current;
    if (connection != null && keepAlive.dueAt() <= now) {
      keepAlive.timeHasCome(connection, now);
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
      after(at - now, () -> open(attempt));
    }
  }

  @Override
  public void subscribe() {
    if (current != null) {
      current.subscribe(way.dialect().subscriptions(way.device()));
    }
  }

  @Override
  public void publish(Message.Up message, long delayNanos) {
    MqttConnection connection = current;
    if (delayNanos > 0) {
      after(delayNanos, () -> publish(message, connection));
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
    after(delayNanos, () -> tell(now -> socket.toldLate(input, now)));
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
    var _ = way.open(new Impostor());
  }

  @Override
  public void babble(byte[] payload) {
    Message.Up report =
        new Message.Report(ClientToken.NONE, null, JsonNodeFactory.instance.objectNode());
    Dialect.Packet packet = way.dialect().encode(report, way.device());
    if (current != null && packet != null) {
      current.publish(packet.topic(), ByteBuffer.wrap(payload), socket.member().make().qos());
    }
  }

  @Override
  public void accepted(MqttConnection from) {
    tell(
        from,
        now -> {
          keepAlive.begin(now);
          socket.connected(wantedAt, now);
        });
  }

  @Override
  public void refused(MqttConnection from, MqttConnectReturnCode code) {
    lost(from, loss(code));
  }

  @Override
  public void subscribed(MqttConnection from, boolean granted) {
    if (granted) {
      tell(from, now -> socket.told(new LinkInput.Subscribed(), now));
    } else {
      lost(from, Loss.NOT_PERMITTED);
      from.close();
    }
  }

  @Override
  public void received(MqttConnection from, String topic, byte[] payload) {
    hear(from, way.dialect().decode(topic, payload, way.device()));
  }

  @Override
  public void acknowledged(MqttConnection from, int packetId) {
    Message.Up message = from == current ? unacknowledged.take(packetId) : null;
    hear(from, message == null ? null : way.dialect().acknowledged(message));
  }

  @Override
  public void ended(MqttConnection from, boolean wasAccepted) {
    lost(from, wasAccepted ? Loss.CLOSED : Loss.UNREACHABLE);
  }

  private void open(int attempt) {
    if (attempt == attempts) {
      wantedAt = now();
      current = way.open(this);
    }
  }

  private void publish(Message.Up message, @Nullable MqttConnection connection) {
    Message.Down answer = way.dialect().answer(message);
    if (answer != null) {
      later(new LinkInput.Received(answer), 0);
    }
    Dialect.Packet packet = way.dialect().encode(message, way.device());
    if (connection == null || connection != current || packet == null) {
      return;
    }
    int packetId =
        connection.publish(packet.topic(), packet.payload(), socket.member().make().qos());
    if (packetId != 0 && way.dialect().acknowledged(message) != null) {
      unacknowledged.add(packetId, message);
    }
  }

  private void hear(MqttConnection from, Message.@Nullable Down message) {
    if (message != null) {
      tell(from, now -> socket.told(new LinkInput.Received(message), now));
    }
  }

  private void lost(MqttConnection from, Loss loss) {
    tell(
        from,
        now -> {
          var _ = forget();
          lane.failed(loss);
          socket.lost(loss, now);
        });
  }

  private @Nullable MqttConnection forget() {
    MqttConnection connection = current;
    current = null;
    unacknowledged.clear();
    keepAlive.end();
    attempts++;
    return connection;
  }

  private void tell(MqttConnection from, LongConsumer telling) {
    tell(now -> {
      if (from == current) {
        telling.accept(now);
      }
    });
  }

  /// What was due before comes first, even if it ends the connection that there is news of.
  private void tell(LongConsumer telling) {
    long now = now();
    if (dueAt() <= now) {
      timeHasCome(now);
    }
    telling.accept(now);
    lane.touched(place);
  }

  private void after(long nanos, Runnable task) {
    var _ = lane.loop().schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  private long now() {
    return lane.clock().nanos();
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
