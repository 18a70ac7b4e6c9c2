package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.Hmac;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A device reaches nothing but its own, in every way the protocol and MQTT know. What a packet of
/// MQTT 3.1.1 may do to others, byte by byte, is in HostileTopicsTest.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class IsolationTest {
  private static final String PRODUCT = "ISOLATION1";
  private static final DeviceKey SELF = new DeviceKey(PRODUCT, "intruder");
  private static final DeviceKey VICTIM = new DeviceKey(PRODUCT, "victim");

  @Inject BrokerPort port;
  @Inject MeterRegistry metrics;

  @BeforeEach
  void devices() {
    Registry.product(PRODUCT, "/conformance-template.json", "disabled", "secret-of-the-isolation");
    Registry.ensure(PRODUCT, "intruder", StockClient.SECRET.base64());
    Registry.ensure(PRODUCT, "victim", StockClient.SECRET.base64());
  }

  private static List<String> foreignFilters() {
    return Stream.concat(
            Stream.of(
                "#",
                "+/#",
                "+",
                "/#",
                "$thing/#",
                "$thing/down/#",
                "$thing/+/property/" + VICTIM,
                "$thing/down/property/" + PRODUCT + "/#",
                "$thing/down/property/" + PRODUCT + "/+",
                "$thing/down/property/+/intruder",
                "$thing/down/+/" + SELF,
                "$thing/down/property/" + PRODUCT + "/INTRUDER",
                "$THING/down/property/" + SELF,
                "$thing/down/property//" + SELF,
                "$thing/down/property/" + PRODUCT + "/intruder2",
                "$thing/up/property/" + SELF,
                "$sys/operation/" + SELF,
                "$rrpc/rxd/" + PRODUCT + "/+/+",
                "$rrpc/txd/" + SELF + "/+",
                "$broadcast/rxd/" + PRODUCT + "/+",
                "$share/g/$thing/down/property/" + SELF,
                "$share/g/$thing/down/property/" + VICTIM,
                "$share/g/#",
                "$SYS/#",
                "$queue/#",
                "sockettwin/#",
                "sockettwin/session/#",
                "sockettwin/session/" + VICTIM,
                "sockettwin/permission/+",
                "+/+/control",
                PRODUCT + "/+/control",
                PRODUCT + "/#"),
            Stream.of("property", "event", "action", "service", "raw")
                .map(kind -> "$thing/down/" + kind + "/" + VICTIM))
        .toList();
  }

  private static List<String> foreignTopics() {
    return Stream.concat(
            Stream.of("property", "event", "action", "service", "raw")
                .map(kind -> "$thing/up/" + kind + "/" + VICTIM),
            Stream.of(
                "$thing/down/property/" + VICTIM,
                "$thing/down/property/" + SELF,
                "$sys/operation/" + VICTIM,
                "$ota/report/" + VICTIM,
                "$gateway/operation/" + VICTIM,
                "$gateway/operation/result/" + SELF,
                "$rrpc/txd/" + VICTIM + "/1",
                "$broadcast/rxd/" + VICTIM,
                VICTIM + "/data",
                "sockettwin/session",
                "sockettwin/session/" + VICTIM,
                "sockettwin/permission/" + SELF.clientId(),
                "sockettwin/permission/" + VICTIM.clientId(),
                "$share/g/$thing/up/property/" + VICTIM,
                "$SYS/broker"))
        .toList();
  }

  private double counted(String name) {
    return metrics.get("sockettwin.broker." + name).functionCounter().count();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void hearsNothingThatIsNotItsOwn(Level level) {
    double before = counted("refused.subscriptions");
    try (StockClient victim = StockClient.connected(level, port.number(), VICTIM);
        StockClient intruder = StockClient.connected(level, port.number(), SELF)) {
      victim.subscribe("$broadcast/rxd/" + VICTIM);
      for (String filter : foreignFilters()) {
        // $share is no feature of the older levels' brokers, so some close on it.
        if (level != Level.V5 || !filter.startsWith("$share")) {
          assertThat(intruder.subscribe(filter)).as(filter).isGreaterThanOrEqualTo(0x80);
        }
      }
      assertThat(counted("refused.subscriptions") - before).isGreaterThan(30);
      Registry.desire(VICTIM, "{\"level\":5}");
      assertThat(victim.hear().json().path("method").asText()).isEqualTo("control");
      Api.asOperator()
          .contentType("application/octet-stream")
          .body("all".getBytes(StandardCharsets.UTF_8))
          .post("/api/products/" + PRODUCT + "/broadcast")
          .then()
          .statusCode(202);
      assertThat(victim.hear().text()).isEqualTo("all");
      // Its own answer would come after anything it was not to hear.
      assertThat(intruder.report(SELF, "\"own\"", "{\"on\":1}").path("clientToken").asText())
          .isEqualTo("own");
      assertThat(intruder.heardSoFar()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void saysNothingInAnothersName(Level level) {
    try (StockClient victim = StockClient.connected(level, port.number(), VICTIM)) {
      victim.report(VICTIM, "\"v\"", "{\"level\":1}");
      byte[] forged =
          "{\"method\":\"report\",\"clientToken\":\"forged\",\"params\":{\"level\":99}}"
              .getBytes(StandardCharsets.UTF_8);
      for (String topic : foreignTopics()) {
        // A connection for each, so that no rate hides what is meant here.
        double before = counted("refused.publishes");
        try (StockClient intruder = StockClient.connected(level, port.number(), SELF)) {
          intruder.publish(topic, forged, 1, true);
          if (level == Level.V5) {
            assertThat(intruder.answer().body()[2] & 0xFF).as(topic).isEqualTo(0x87);
          }
          String own = "{\"method\":\"report\",\"clientToken\":\"own\",\"params\":{\"on\":1}}";
          intruder.publish("$thing/up/property/" + SELF, own);
          assertThat(intruder.hear().json().path("clientToken").asText()).isEqualTo("own");
        }
        assertThat(counted("refused.publishes") - before).as(topic).isEqualTo(1);
      }
      assertThat(victim.heardSoFar()).isEmpty();
      Registry.twin(VICTIM)
          .body("reported.level.value", equalTo(1))
          .body("presence.connected", equalTo(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // client id, user name's prefix, signed by, CONNACK
    "ISOLATION1victim, ISOLATION1intruder, intruder, 2",
    "ISOLATION1intruder, ISOLATION1victim, intruder, 2",
    "ISOLATION1INTRUDER, ISOLATION1intruder, intruder, 2",
    "isolation1intruder, isolation1intruder, intruder, 2",
    "ISOLATION1nobody, ISOLATION1nobody, intruder, 5",
    "ISOLATION1intruder/../victim, ISOLATION1intruder/../victim, intruder, 2",
    "ISOLATION1+, ISOLATION1+, intruder, 2",
    "ISOLATION1#, ISOLATION1#, intruder, 2",
    "sockettwin, sockettwin, intruder, 4",
    "sockettwin-broadcasts, sockettwin-broadcasts, intruder, 4",
  })
  void claimsNoOtherName(String clientId, String prefix, String signer, int code) {
    try (StockClient victim = StockClient.connected(Level.V3_1_1, port.number(), VICTIM);
        StockClient claimer = StockClient.open(Level.V3_1_1, port.number())) {
      double before = counted("refused.logins");
      String userName = prefix + ";12010126;abcde;2147483647";
      String password =
          Credentials.sign(SELF, StockClient.SECRET, Hmac.SHA1, "abcde", 2147483647L).password();
      int answer = claimer.connect(clientId, userName, password);
      assertThat(answer).as(signer).isIn(code, -1);
      Awaitility.await()
          .untilAsserted(() -> assertThat(counted("refused.logins") - before).isEqualTo(1));
      assertThat(victim.report(VICTIM, "\"v\"", "{\"on\":1}").path("code").asInt(-1)).isZero();
    }
  }

  /// The signature of another device's secret, and one's own for another user name.
  @ParameterizedTest
  @EnumSource(Level.class)
  void proofOfOneNameIsNoneForAnother(Level level) {
    Credentials own =
        Credentials.sign(SELF, StockClient.SECRET, Hmac.SHA256, "abcde", Integer.MAX_VALUE);
    try (StockClient claimer = StockClient.open(level, port.number())) {
      String otherUser = VICTIM.clientId() + ";12010126;abcde;2147483647";
      int code = claimer.connect(VICTIM.clientId(), otherUser, own.password());
      // Bad user name or password, in the words of the level.
      assertThat(code).isEqualTo(level == Level.V5 ? 0x86 : 4);
    }
  }
}
