package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Sockets trip while the service is killed again and again: one alarm for each trip. Takes
/// minutes, so it runs on demand: `-Dstorm.kills=20 -Dstorm.devices=200 -Dstorm.seed=1`.
@EnabledIfSystemProperty(named = "storm.kills", matches = "\\d+")
class StormIT {
  private static final int KILLS = Integer.getInteger("storm.kills", 0);
  private static final int DEVICES = Integer.getInteger("storm.devices", 100);
  private static final long SEED = Long.getLong("storm.seed", 1);
  private static final Duration BETWEEN_TRIPS = Duration.ofMinutes(10);

  @SuppressWarnings("InlineFormatString") // a document is read more easily apart
  private static final String FLOW =
      """
      {"productId":"%s","name":{"en":"Storm","zh":"风暴"},"severity":"critical",
       "input":{"event":"status_report"},
       "filter":{"param":"message","is":"=","value":"overcurrent"},
       "title":{"en":"$device","zh":"$device"},"text":{"en":"$message","zh":"$message"},
       "mode":"live"}
      """;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Map<String, Mqtt3AsyncClient> clients = new HashMap<>();
  private Site site;
  private String product = "";

  private record Event(String device, Instant at) {}

  @BeforeEach
  void open() throws InterruptedException {
    site = new Site(folder).startService();
    product = Credentials.read(site.stack.credentials()).product();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everyTripIsOneAlarmThoughTheServiceIsKilled() throws InterruptedException {
    String flow = site.rest.post("api/flows", FLOW.formatted(product)).path("id").asText();
    List<String> trips = new ArrayList<>();
    List<Event> events = events(trips);
    int killEvery = events.size() / (KILLS + 1);
    for (int i = 0; i < events.size(); i++) {
      if (i % killEvery == killEvery - 1 && i / killEvery < KILLS) {
        site.service().kill();
        site.startService();
      }
      tell(events.get(i));
    }
    eventually()
        .untilAsserted(() ->
            assertThat(site.rows().alarms(flow))
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(trips));
  }

  /// Told up to four times each, and each time perhaps twice, in any order.
  private List<Event> events(List<String> trips) {
    List<Event> events = new ArrayList<>();
    Instant base = Instant.now().minus(Duration.ofHours(20));
    for (int i = 0; i < DEVICES; i++) {
      String device = "storm-" + i;
      clients.put(device, Publisher.registered(site, product, device));
      for (int trip = random.nextInt(3); trip >= 0; trip--) {
        trips.add(device);
        Instant at = base.plus(BETWEEN_TRIPS.multipliedBy(trip));
        for (int told = random.nextInt(6); told >= 0; told--) {
          events.add(new Event(device, at.plusSeconds(told / 2)));
        }
      }
    }
    Collections.shuffle(events, random);
    return events;
  }

  /// As a device does: until the broker has acknowledged it. The killer does not wait for that of
  /// the service.
  private void tell(Event event) {
    eventually()
        .ignoreExceptionsInstanceOf(CompletionException.class)
        .until(() -> {
          Mqtt3AsyncClient client = clients.get(event.device());
          if (!client.getState().isConnected()) {
            client.connect().join();
          }
          client
              .publishWith()
              .topic("$thing/up/event/" + product + "/" + event.device())
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(payload(event))
              .send()
              .orTimeout(5, TimeUnit.SECONDS)
              .join();
          return true;
        });
  }

  private static byte[] payload(Event event) {
    return """
    {"method":"event_post","clientToken":"e","eventId":"status_report","timestamp":%d,\
    "params":{"status":1,"message":"overcurrent"}}\
    """
        .formatted(event.at().toEpochMilli())
        .getBytes(StandardCharsets.UTF_8);
  }
}
