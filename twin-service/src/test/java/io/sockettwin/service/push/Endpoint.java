package io.sockettwin.service.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP server that answers as a test wants it to, well or badly. It answers what is in its
/// script, then what it usually does.
public final class Endpoint implements AutoCloseable {
  /// What was asked.
  ///
  /// @param headers by lower-case name
  @SuppressWarnings("ArrayRecordComponent") // not compared
  public record Heard(String target, Map<String, String> headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /// Answers one request.
  @FunctionalInterface
  public interface Behaviour {
    void answer(Heard heard, Socket client) throws IOException;
  }

  public final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final ServerSocket server;
  private volatile Behaviour usual = says(200, "");

  public Endpoint() {
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public Endpoint usually(Behaviour behaviour) {
    usual = behaviour;
    return this;
  }

  public Endpoint then(Behaviour behaviour) {
    script.add(behaviour);
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public static Behaviour says(int status, String body) {
    return says(status, Map.of(), body);
  }

  public static Behaviour says(int status, Map<String, String> headers, String body) {
    return (heard, client) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      head.append("Content-Length: " + bytes.length + "\r\n\r\n");
      client.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().write(bytes);
    };
  }

  /// Takes the request and never answers.
  public static Behaviour silent() {
    return (heard, client) -> untilClosed(client);
  }

  /// Breaks the connection off.
  public static Behaviour resets() {
    return (heard, client) -> {
      client.setSoLinger(true, 0);
      client.close();
    };
  }

  /// Promises more than ever comes.
  public static Behaviour dawdles() {
    return (heard, client) -> {
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
      untilClosed(client);
    };
  }

  private static void untilClosed(Socket client) throws IOException {
    if (client.getInputStream().read() >= 0) {
      throw new IOException("another request before an answer");
    }
    client.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      while (!client.isClosed()) {
        Heard request = read(client.getInputStream());
        heard.add(request);
        Behaviour next = script.poll();
        (next == null ? usual : next).answer(request, client);
      }
    } catch (IOException e) {
      // The client has gone, or this server has.
    }
  }

  private static Heard read(InputStream in) throws IOException {
    String[] request = line(in).split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(": ?", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Heard(request[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("closed");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
