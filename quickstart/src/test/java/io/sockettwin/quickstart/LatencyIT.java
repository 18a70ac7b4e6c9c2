package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes from the event a socket publishes to the webhook that has it, idle and beside
/// 1 000 reports a second. A measurement, so it runs on demand: `-Dlatency.events=300`.
@EnabledIfSystemProperty(named = "latency.events", matches = "\\d+")
class LatencyIT {
  private static final int EVENTS = Integer.getInteger("latency.events", 0);
  private static final int SOCKETS = 20;
  private static final int REPORTS_PER_SECOND = 1_000;
  private static final int MILLIS_BETWEEN_EVENTS = 60;
  private static final Pattern NUMBER = Pattern.compile("overcurrent-(\\d+)");

  private static final String CHANNEL =
      """
      {"name":"latency","kind":"webhook","settings":{"url":"http://127.0.0.1:%d/"},
       "secrets":{"secret":"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}
      """;

  /// An episode ends before the same socket trips again.
  private static final String FLOW =
      """
      {"productId":"%s","name":{"en":"Latency","zh":"延迟"},"severity":"critical",
       "input":{"event":"status_report"},
       "filter":{"param":"message","is":"contains","value":"overcurrent"},
       "clear":{"after":"PT1S"},
       "title":{"en":"$message","zh":"$message"},"text":{"en":"$device","zh":"$device"},
       "outputs":{"push":["%s"]},"mode":"live"}
      """;

  @TempDir private Path folder;

  private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> taken = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final List<Mqtt3AsyncClient> clients = new ArrayList<>();
  private HttpServer webhook;
  private Site site;
  private String product = "";

  @BeforeEach
  void open() throws IOException, InterruptedException {
    webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    webhook.createContext("/", this::take);
    webhook.start();
    site = new Site(folder).startService(Map.of("sockettwin.push.allowed-networks", "127.0.0.0/8"));
    product = Credentials.read(site.stack.credentials()).product();
    String channel =
        site.rest
            .post("api/channels", CHANNEL.formatted(webhook.getAddress().getPort()))
            .path("id")
            .asText();
    site.rest.post("api/flows", FLOW.formatted(product, channel));
    for (int i = 0; i < SOCKETS; i++) {
      Mqtt3AsyncClient client = Publisher.registered(site, product, "latency-" + i);
      client.connect().join();
      clients.add(client);
    }
  }

  @AfterEach
  void close() {
    clock.shutdownNow();
    site.close();
    webhook.stop(0);
  }

  @Test
  void latencyFromEventToWebhook() {
    measure("warm-up", 0);
    measure("idle", EVENTS);
    clock.scheduleAtFixedRate(
        this::report, 0, 1_000_000 / REPORTS_PER_SECOND, TimeUnit.MICROSECONDS);
    measure("warm-up", 2 * EVENTS);
    measure("beside " + REPORTS_PER_SECOND + " reports/s", 3 * EVENTS);
  }

  private void measure(String name, int first) {
    int last = first + EVENTS;
    AtomicInteger next = new AtomicInteger(first);
    Runnable trip =
        () -> {
          int number = next.getAndIncrement();
          if (number < last) {
            trip(number);
          }
        };
    ScheduledFuture<?> trips =
        clock.scheduleAtFixedRate(trip, 0, MILLIS_BETWEEN_EVENTS, TimeUnit.MILLISECONDS);
    eventually()
        .until(() -> taken.keySet().stream().filter(i -> i >= first && i < last).count() == EVENTS);
    trips.cancel(false);
    List<Double> millis =
        taken.entrySet().stream()
            .filter(it -> it.getKey() >= first && it.getKey() < last)
            .map(it -> (it.getValue() - sent.get(it.getKey())) / 1e6)
            .sorted()
            .toList();
    PrintStream out = System.out;
    out.printf(
        "event to webhook, %s: %d events, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name, EVENTS, millis.get(EVENTS / 2), millis.get(EVENTS * 99 / 100), millis.getLast());
  }

  private void trip(int number) {
    sent.put(number, System.nanoTime());
    publish(
        number % SOCKETS,
        "event",
        "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
            + "\"timestamp\":0,\"params\":{\"status\":1,\"message\":\"overcurrent-"
            + number
            + "\"}}");
  }

  private void report() {
    int socket = (int) (System.nanoTime() % SOCKETS);
    publish(
        socket,
        "property",
        "{\"method\":\"report\",\"clientToken\":\"r\",\"params\":{\"power_switch\":1,"
            + "\"current\":1.5,\"voltage\":230.1,\"power_factor\":0.9,\"active_power\":310.5,"
            + "\"apparent_power\":345.1,\"total_kwh\":12.345,\"count_down\":0}}");
  }

  private void publish(int socket, String subject, String payload) {
    var _ =
        clients
            .get(socket)
            .publishWith()
            .topic("$thing/up/" + subject + "/" + product + "/latency-" + socket)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(payload.getBytes(StandardCharsets.UTF_8))
            .send();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher number = NUMBER.matcher(body);
    while (number.find()) {
      taken.putIfAbsent(Integer.valueOf(number.group(1)), System.nanoTime());
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
