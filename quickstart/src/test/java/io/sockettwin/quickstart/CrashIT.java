package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program leaves behind: nothing lost, nothing twice, and the truth about who is
/// there.
class CrashIT {
  private static final int DEVICES = 4;
  private static final int REPLIES_BEFORE_THE_CRASH = 1_000;

  /// The publishers send faster than any socket; beyond its rate nothing is acknowledged.
  private static final Map<String, String> FAST =
      Map.of("sockettwin.broker.acknowledged-per-second", "10000");

  // The agent waits up to a minute between attempts.
  private static final Duration RECONNECT_LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Site site;

  @BeforeEach
  void open() {
    site = new Site(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private JsonNode presence() {
    return site.rest.get(site.demoTwin()).path("presence");
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheServiceIsKilledInMidStream() throws Exception {
    site.startService(FAST).startAgent();
    Set<String> acknowledged = crashInMidStream();

    site.startService(FAST);
    eventually()
        .untilAsserted(
            () -> assertThat(site.rows().reportTokens(Publisher.PREFIX)).containsAll(acknowledged));
    assertThat(site.rows().reportTokens(Publisher.PREFIX)).doesNotHaveDuplicates();

    eventually().atMost(RECONNECT_LIMIT).until(() -> site.console().endsWith("connected"));
    eventually().untilAsserted(() -> assertThat(presence().path("online").asBoolean()).isTrue());

    site.agent().kill();
    eventually()
        .untilAsserted(() -> {
          assertThat(presence().path("online").asBoolean()).isFalse();
          assertThat(presence().path("reason").asText()).isEqualTo("connection lost");
        });

    site.close();
    assertThat(site.processes()).isEmpty();
  }

  /// Gives the tokens of the reports that were acknowledged, by MQTT or by a reply.
  private Set<String> crashInMidStream() throws InterruptedException {
    List<Publisher> publishers = new ArrayList<>();
    try {
      for (int i = 0; i < DEVICES; i++) {
        publishers.add(Publisher.connect(site, i));
      }
      publishers.forEach(Publisher::start);
      eventually()
          .until(() ->
              publishers.stream().mapToInt(it -> it.replied().size()).sum()
                  > REPLIES_BEFORE_THE_CRASH);
      site.service().kill();
    } finally {
      publishers.forEach(Publisher::close);
    }
    Set<String> acknowledged = new TreeSet<>();
    publishers.forEach(it -> acknowledged.addAll(it.acknowledged()));
    publishers.forEach(it -> acknowledged.addAll(it.replied()));
    return acknowledged;
  }
}
