package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes from the event a socket publishes to the webhook that has it, idle and beside
/// 1 000 reports a second. A measurement, so it runs on demand: `-Dlatency.events=300`.
@EnabledIfSystemProperty(named = "latency.events", matches = "\\d+")
@SuppressWarnings("InlineFormatString") // documents are read more easily apart
class LatencyIT {
  private static final int EVENTS = Integer.getInteger("latency.events", 0);

  /// Each trips every two seconds or so: its episode is over before.
  private static final int TRIPPING = 40;

  private static final int MILLIS_BETWEEN_EVENTS = 60;

  /// Eight reports a second each; the broker takes ten.
  private static final int REPORTING = 125;

  private static final int REPORTS_PER_SECOND = 1_000;
  private static final Pattern NUMBER = Pattern.compile("overcurrent-(\\d+)");

  private static final String CHANNEL =
      """
      {"name":"latency","kind":"webhook","settings":{"url":"http://127.0.0.1:%d/"},
       "secrets":{"secret":"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}
      """;

  private static final String FLOW =
      """
      {"productId":"%s","name":{"en":"Latency","zh":"延迟"},"severity":"critical",
       "input":{"event":"status_report"},
       "filter":{"param":"message","is":"contains","value":"overcurrent"},
       "clear":{"after":"PT1S"},
       "title":{"en":"$message","zh":"$message"},"text":{"en":"$device","zh":"$device"},
       "outputs":{"push":["%s"]},"mode":"live"}
      """;

  private static final String EVENT =
      """
      {"method":"event_post","clientToken":"e","eventId":"status_report","type":"info",
       "timestamp":0,"params":{"status":1,"message":"overcurrent-%d"}}
      """;

  private static final String REPORT =
      """
      {"method":"report","clientToken":"r","params":{"power_switch":1,"current":1.5,
       "voltage":230.1,"power_factor":0.9,"active_power":310.5,"apparent_power":345.1,
       "total_kwh":12.345,"count_down":0}}
      """;

  private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> taken = new ConcurrentHashMap<>();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger reports = new AtomicInteger();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private HttpServer webhook;
  private Site site;
  private String product = "";
  private List<Mqtt3AsyncClient> clients;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException, InterruptedException {
    webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    webhook.createContext("/", this::take);
    webhook.start();
    site = new Site(folder).startService(Map.of("sockettwin.push.allowed-networks", "127.0.0.0/8"));
    product = Credentials.read(site.stack.credentials()).product();
    int port = webhook.getAddress().getPort();
    String channel = site.rest.post("api/channels", CHANNEL.formatted(port)).path("id").asText();
    site.rest.post("api/flows", FLOW.formatted(product, channel));
    clients =
        IntStream.range(0, TRIPPING + REPORTING)
            .mapToObj(i -> Publisher.registered(site, product, "latency-" + i))
            .toList();
    clients.forEach(client -> client.connect().join());
  }

  @AfterEach
  void close() {
    clock.shutdownNow();
    site.close();
    webhook.stop(0);
  }

  @Test
  void latencyFromEventToWebhook() {
    measure("warm-up");
    measure("idle");
    var _ =
        clock.scheduleAtFixedRate(
            this::report, 0, 1_000_000 / REPORTS_PER_SECOND, TimeUnit.MICROSECONDS);
    measure("warm-up");
    measure("beside " + REPORTS_PER_SECOND + " reports/s");
  }

  private void measure(String name) {
    int first = events.get();
    int last = first + EVENTS;
    ScheduledFuture<?> trips =
        clock.scheduleAtFixedRate(
            () -> trip(last), 0, MILLIS_BETWEEN_EVENTS, TimeUnit.MILLISECONDS);
    eventually()
        .until(() -> IntStream.range(first, last).allMatch(event -> taken.containsKey(event)));
    trips.cancel(false);
    double[] millis =
        IntStream.range(first, last)
            .mapToDouble(event -> (taken.get(event) - sent.get(event)) / 1e6)
            .sorted()
            .toArray();
    System.out.printf(
        "event to webhook, %s: %d events, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name, EVENTS, millis[EVENTS / 2], millis[EVENTS * 99 / 100], millis[EVENTS - 1]);
  }

  private void trip(int last) {
    int event = events.get();
    if (event < last) {
      events.incrementAndGet();
      sent.put(event, System.nanoTime());
      publish(event % TRIPPING, "event", EVENT.formatted(event));
    }
  }

  private void report() {
    publish(TRIPPING + reports.getAndIncrement() % REPORTING, "property", REPORT);
  }

  private void publish(int socket, String subject, String payload) {
    var _ =
        clients
            .get(socket)
            .publishWith()
            .topic("$thing/up/" + subject + "/" + product + "/latency-" + socket)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(payload.getBytes(UTF_8))
            .send();
  }

  private void take(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    Matcher number = NUMBER.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    while (number.find()) {
      taken.putIfAbsent(Integer.valueOf(number.group(1)), now);
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
