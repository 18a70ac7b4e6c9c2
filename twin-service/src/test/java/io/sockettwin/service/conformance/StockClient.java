package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A device that is only bytes, so that it can be any stock client, and do what none does.
public final class StockClient implements AutoCloseable {
  static final DeviceSecret SECRET = DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 20;

  /// A message that came.
  @SuppressWarnings("ArrayRecordComponent") // not compared
  record Heard(String topic, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(payload);
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }
  }

  final Level level;
  private final OutputStream out;
  private final AutoCloseable connection;
  private final BlockingQueue<Packet> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Thread reader;
  private int lastIdentifier;

  StockClient(Level level, InputStream in, OutputStream out, AutoCloseable connection) {
    this.level = level;
    this.out = out;
    this.connection = connection;
    this.reader = Thread.ofVirtual().start(() -> read(in));
  }

  static StockClient open(Level level, int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      return new StockClient(level, socket.getInputStream(), socket.getOutputStream(), socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A device with the secret of these tests, let in and subscribed to all that stock clients are.
  static StockClient connected(Level level, int port, DeviceKey device) {
    StockClient client = open(level, port);
    assertThat(client.connect(device)).as("CONNACK of %s", device).isZero();
    for (String kind : List.of("property", "event", "action", "service")) {
      assertThat(client.subscribe("$thing/down/" + kind + "/" + device)).isZero();
    }
    return client;
  }

  private void read(InputStream in) {
    try {
      while (true) {
        Packet packet = Packet.read(in);
        if (packet.type() == Packet.PUBLISH) {
          take(packet);
        } else {
          answers.add(packet);
        }
      }
    } catch (IOException e) {
      // The end of the connection, which tests find by joining this thread.
    }
  }

  private void take(Packet packet) throws IOException {
    ByteBuffer body = packet.content();
    byte[] topic = new byte[body.getShort() & 0xFFFF];
    body.get(topic);
    if (packet.qos() > 0) {
      short identifier = body.getShort();
      send(Packet.of(Packet.PUBACK, 0, to -> to.writeShort(identifier)));
    }
    if (level.hasProperties()) {
      body.position(body.get() + body.position());
    }
    byte[] payload = new byte[body.remaining()];
    body.get(payload);
    heard.add(new Heard(new String(topic, StandardCharsets.UTF_8), payload));
  }

  int connect(DeviceKey device) {
    Credentials login = Credentials.sign(device, SECRET, Hmac.SHA1, "abcde", Integer.MAX_VALUE);
    return connect(login.clientId(), login.userName(), login.password());
  }

  /// The code of the CONNACK; -1 when the connection ends instead. Clean session.
  int connect(String clientId, String userName, @Nullable String password) {
    return connect(clientId, userName, password, 240, true);
  }

  int connect(
      String clientId, String userName, @Nullable String password, int keepAlive, boolean clean) {
    send(
        Packet.of(
            Packet.CONNECT,
            0,
            body -> {
              body.writeUTF(level.protocol);
              body.writeByte(level.number);
              body.writeByte((password == null ? 0x80 : 0xC0) | (clean ? 2 : 0));
              body.writeShort(keepAlive);
              noProperties(body);
              body.writeUTF(clientId);
              body.writeUTF(userName);
              if (password != null) {
                body.writeUTF(password);
              }
            }));
    Packet connack = answer();
    return connack == null ? -1 : connack.body()[1] & 0xFF;
  }

  private void noProperties(DataOutputStream body) throws IOException {
    if (level.hasProperties()) {
      body.writeByte(0);
    }
  }

  /// The answer of the SUBACK.
  int subscribe(String filter) {
    return subscribe(filter, 0);
  }

  int subscribe(String filter, int qos) {
    int identifier = ++lastIdentifier;
    send(
        Packet.of(
            Packet.SUBSCRIBE,
            2,
            body -> {
              body.writeShort(identifier);
              noProperties(body);
              body.writeUTF(filter);
              body.writeByte(qos);
            }));
    Packet suback = answer();
    return suback == null ? -1 : suback.body()[suback.body().length - 1] & 0xFF;
  }

  void unsubscribe(String filter) {
    int identifier = ++lastIdentifier;
    send(
        Packet.of(
            Packet.UNSUBSCRIBE,
            2,
            body -> {
              body.writeShort(identifier);
              noProperties(body);
              body.writeUTF(filter);
            }));
    assertThat(answer()).as("UNSUBACK").isNotNull();
  }

  void publish(String topic, String payload) {
    publish(topic, payload.getBytes(StandardCharsets.UTF_8), 0, false);
  }

  void publish(String topic, byte[] payload, int qos, boolean retain) {
    int identifier = ++lastIdentifier;
    send(
        Packet.of(
            Packet.PUBLISH,
            qos << 1 | (retain ? 1 : 0),
            body -> {
              body.writeUTF(topic);
              if (qos > 0) {
                body.writeShort(identifier);
              }
              noProperties(body);
              body.write(payload);
            }));
  }

  /// The next PUBACK or other answer; null at the end of the connection or of patience.
  @Nullable Packet answer() {
    try {
      for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
        Packet answer = answers.poll(100, TimeUnit.MILLISECONDS);
        if (answer != null || (!reader.isAlive() && answers.isEmpty())) {
          return answer;
        }
      }
      return null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The next message, whatever it is.
  Heard hear() {
    try {
      Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("heard nothing");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Says something on one of the template's topics, and hears the next message on the topic of its
  /// answer.
  JsonNode ask(DeviceKey device, String subject, String payload) {
    publish("$thing/up/" + subject + "/" + device, payload);
    Heard answer = hear();
    assertThat(answer.topic()).isEqualTo("$thing/down/" + subject + "/" + device);
    return answer.json();
  }

  JsonNode report(DeviceKey device, String token, String params) {
    return ask(
        device,
        "property",
        "{\"method\":\"report\",\"clientToken\":%s,\"params\":%s}".formatted(token, params));
  }

  /// Everything that came and was not taken yet.
  List<Heard> heardSoFar() {
    List<Heard> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  boolean hasEnded() {
    return !reader.isAlive();
  }

  boolean isClosedByTheOtherSide() {
    try {
      return reader.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void send(Packet packet) {
    sendBytes(packet.bytes());
  }

  synchronized void sendBytes(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      // Closed by the other side, which the next question finds.
    }
  }

  void disconnect() {
    send(new Packet(Packet.DISCONNECT << 4, new byte[0]));
  }

  /// Without DISCONNECT, as a device that loses power.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
