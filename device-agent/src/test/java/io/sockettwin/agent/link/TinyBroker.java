package io.sockettwin.agent.link;

import io.sockettwin.wire.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/// The few packets of MQTT 3.1.1 one device needs, answered by hand, so that a test can also answer
/// wrongly or not at all.
public final class TinyBroker implements AutoCloseable {

  public record Published(String topic, String payload) {}

  public final List<Credentials> logins = new CopyOnWriteArrayList<>();
  final List<String> subscriptions = new CopyOnWriteArrayList<>();
  public final List<Published> published = new CopyOnWriteArrayList<>();

  private final Function<Credentials, Integer> gate;
  private final ServerSocket server;
  private volatile Socket connection;
  private volatile int subscribeCode = 1;
  private volatile boolean silent;
  private volatile Consumer<Published> listener = message -> {};

  /// @param gate gives the return code of a login (protocol section 2.6)
  public TinyBroker(Function<Credentials, Integer> gate) throws IOException {
    this(gate, ServerSocketFactory.getDefault());
  }

  /// @param sockets make the listening one, for TLS for example
  TinyBroker(Function<Credentials, Integer> gate, ServerSocketFactory sockets) throws IOException {
    this.gate = gate;
    this.server = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  public ServiceAddress address() {
    return new ServiceAddress("127.0.0.1", server.getLocalPort());
  }

  /// Has each message heard, after its acknowledgement.
  public void onPublish(Consumer<Published> heard) {
    listener = heard;
  }

  void refuseSubscriptions() {
    subscribeCode = 0x80;
  }

  /// Keeps the connection, but says no more: the other end of a half-open one.
  void fallSilent() {
    silent = true;
  }

  /// Closes the connection without a word, as a takeover does.
  void cut() throws IOException {
    connection.close();
  }

  public void publish(String topic, String payload) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    new DataOutputStream(body).writeUTF(topic);
    body.write(payload.getBytes(StandardCharsets.UTF_8));
    send(connection.getOutputStream(), 0x30, body.toByteArray());
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (connection != null) {
      connection.close();
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket accepted = server.accept();
        connection = accepted;
        Thread.ofVirtual().start(() -> serve(accepted));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      for (int type = in.read(); type >= 0; type = in.read()) {
        byte[] body = in.readNBytes(length(in));
        if (silent) {
          continue;
        }
        answer(type, new DataInputStream(new java.io.ByteArrayInputStream(body)), out);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void answer(int type, DataInputStream body, OutputStream out) throws IOException {
    switch (type >> 4) {
      case 1 -> send(out, 0x20, new byte[] {0, (byte) login(body)});
      case 3 -> {
        String topic = body.readUTF();
        int id = body.readUnsignedShort();
        Published message =
            new Published(topic, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        published.add(message);
        send(out, 0x40, new byte[] {(byte) (id >> 8), (byte) id});
        listener.accept(message);
      }
      case 8 -> {
        int id = body.readUnsignedShort();
        ByteArrayOutputStream ack = new ByteArrayOutputStream();
        ack.write(new byte[] {(byte) (id >> 8), (byte) id});
        while (body.available() > 0) {
          subscriptions.add(body.readUTF());
          body.readUnsignedByte();
          ack.write(subscribeCode);
        }
        send(out, 0x90, ack.toByteArray());
      }
      case 12 -> send(out, 0xD0, new byte[0]);
      default -> {}
    }
  }

  private int login(DataInputStream body) throws IOException {
    if (!body.readUTF().equals("MQTT") || body.readUnsignedByte() != 4) {
      return 1;
    }
    body.readUnsignedByte();
    body.readUnsignedShort();
    Credentials login = new Credentials(body.readUTF(), body.readUTF(), body.readUTF());
    logins.add(login);
    return gate.apply(login);
  }

  private static synchronized void send(OutputStream out, int type, byte[] body) {
    try {
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      packet.write(type);
      int rest = body.length;
      do {
        packet.write(rest >= 128 ? rest % 128 | 128 : rest);
        rest /= 128;
      } while (rest > 0);
      packet.write(body);
      out.write(packet.toByteArray());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      length |= (next & 127) << shift;
      if (next < 128) {
        return length;
      }
    }
  }
}
