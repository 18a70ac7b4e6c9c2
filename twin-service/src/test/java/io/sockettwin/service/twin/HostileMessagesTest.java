package io.sockettwin.service.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.StoredHistory;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a device sends is answered as the protocol says, or dropped and counted; nothing of it
/// is half stored, and the device, its neighbour and the service go on.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class HostileMessagesTest {
  private static final String PRODUCT = "EVERYTYPE0";
  private static final String LAST = "the last one";

  private static boolean registered;

  @Inject BrokerPort port;
  @Inject DataSource database;
  @Inject MeterRegistry metrics;

  private final DeviceKey hostile = new DeviceKey(PRODUCT, "hostile");
  private final DeviceKey neighbour = new DeviceKey(PRODUCT, "neighbour");

  @BeforeEach
  void register() throws IOException {
    if (registered) {
      return;
    }
    try (var in = getClass().getResourceAsStream("/every-type-template.json")) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Api.asOperator()
          .body(
              "{\"id\":\"%s\",\"name\":{\"en\":\"All\",\"zh\":\"All\"},\"template\":%s}"
                  .formatted(PRODUCT, template))
          .post("/api/products")
          .then()
          .statusCode(201);
    }
    Device.register(hostile);
    Device.register(neighbour);
    registered = true;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.sockettwin.service.twin.HostileMessage#all")
  void isAnsweredOrDroppedAndNothingElseHappens(HostileMessage message) throws Exception {
    try (Device device = Device.connect(hostile, port.number());
        Device other = Device.connect(neighbour, port.number())) {
      int reports = stored().reports(hostile);
      int events = stored().events(hostile);
      double dropped = dropped(message.dropped());
      device.publish(message.topic() + "/" + hostile, message.payload(), 1, false);
      device.say("property", good());
      List<String> expected = message.answer().isEmpty() ? List.of() : List.of(message.answer());
      assertThat(answers(device, expected.size())).isEqualTo(expected);
      assertThat(stored().reports(hostile)).isEqualTo(reports + message.reports() + 1);
      assertThat(stored().events(hostile)).isEqualTo(events + message.events());
      assertThat(count("control", hostile)).isZero();
      assertThat(dropped(message.dropped()) - dropped)
          .isEqualTo(message.dropped().isEmpty() ? 0 : 1);
      other.say("property", good());
      assertThat(answers(other, 0)).isEmpty();
      readable();
    }
  }

  private static String good() {
    return "{\"method\":\"report\",\"clientToken\":\"%s\",\"params\":{\"level\":5}}"
        .formatted(LAST);
  }

  /// All of it up to the answer to the last report, and on to so many: what a feature answers
  /// beside the lanes may come after it.
  private static List<String> answers(Device device, int expected) {
    List<String> answers = new ArrayList<>();
    boolean last = false;
    while (!last || answers.size() < expected) {
      JsonNode answer = device.hear();
      if (answer.path("clientToken").asText().equals(LAST)) {
        assertThat(answer.path("code").asInt(-1)).isZero();
        last = true;
        continue;
      }
      answers.add(
          "%s %s %s"
              .formatted(
                  answer.path("method").asText(), answer.path("code"), answer.path("clientToken")));
    }
    return answers;
  }

  private void readable() {
    Api.asOperator()
        .get("/api/twins/" + hostile.productId() + "/" + hostile.deviceName())
        .then()
        .statusCode(200);
  }

  private double dropped(String reason) {
    Counter counter = metrics.find("sockettwin.messages.dropped").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  private StoredHistory stored() {
    return new StoredHistory(database);
  }

  private int count(String table, DeviceKey key) throws SQLException {
    String sql =
        "select count(*) from %s where product_id = '%s' and name = '%s'"
            .formatted(table, key.productId(), key.deviceName());
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
