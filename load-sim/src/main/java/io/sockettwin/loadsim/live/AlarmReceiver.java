package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Takes what the service pushes to a webhook of this machine. Its address is drawn at random, so
/// that nobody else can tell it anything.
final class AlarmReceiver implements AutoCloseable {

  /// An event of the service takes some 600 bytes.
  private static final int MAX_BYTES = 64 * 1_024;

  private static final int TOKEN_BYTES = 16;
  private static final int TAKEN = 204;
  private static final int REFUSED = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Hears of each push, on any thread.
  interface Listener {

    /// A push has come, perhaps not for the first time.
    ///
    /// @param key the same each time it is sent
    void pushed(String key, String deviceName);
  }

  private final HttpServer server;
  private final String path;
  private final Listener listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  AlarmReceiver(RandomGenerator dice, Listener listener) {
    byte[] token = new byte[TOKEN_BYTES];
    dice.nextBytes(token);
    this.path = "/alarms/" + HexFormat.of().formatHex(token);
    this.listener = listener;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new CannotRun("no webhook can be received: " + e.getMessage(), e);
    }
    server.setExecutor(threads);
    server.createContext(path, this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode event = event(exchange.getRequestBody().readNBytes(MAX_BYTES));
      String key = event == null ? "" : event.path("id").asText();
      String device = event == null ? "" : event.path("data").path("deviceName").asText();
      if (!device.isEmpty()) {
        listener.pushed(key, device);
      }
      exchange.sendResponseHeaders(device.isEmpty() ? REFUSED : TAKEN, -1);
    }
  }

  private static @Nullable JsonNode event(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return null;
    }
  }
}
