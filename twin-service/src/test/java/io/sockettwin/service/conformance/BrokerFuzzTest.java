package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Mutated packets through the real broker: their senders may lose their connections, nobody else
/// suffers, and nothing fails in the service. The long run over messages alone is in socket-model.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class BrokerFuzzTest {
  private static final String PRODUCT = "BROKERFUZZ";
  private static final int STEPS = Integer.getInteger("broker.fuzz.steps", 1_500);
  private static final long SEED = 20_261_125;
  private static final int ATTACKERS = 10;

  /// Topic and payload; `@` stands for the device.
  private static final List<String> VALID =
      List.of(
          "$thing/up/property/@ {\"method\":\"report\",\"clientToken\":\"t\",\"params\":{\"on\":1}}",
          "$thing/up/property/@ {\"method\":\"get_status\",\"clientToken\":\"t\",\"showmeta\":1}",
          "$thing/up/property/@ {\"method\":\"clear_control\",\"clientToken\":\"t\"}",
          "$thing/up/property/@ {\"method\":\"control_reply\",\"clientToken\":\"t\",\"code\":0}",
          "$thing/up/property/@ {\"method\":\"report_info\",\"clientToken\":\"t\",\"params\":{\"a\":\"b\"}}",
          "$thing/up/event/@ {\"method\":\"event_post\",\"clientToken\":\"t\",\"eventId\":\"tripped\",\"params\":{\"status\":1,\"current\":5}}",
          "$thing/up/action/@ {\"method\":\"action_reply\",\"clientToken\":\"t\",\"code\":0,\"response\":{}}",
          "$thing/up/service/@ {\"method\":\"app_bind_token\",\"clientToken\":\"t\",\"params\":{\"token\":\"x\"}}",
          "$thing/up/service/@ {\"method\":\"get_model_define\",\"clientToken\":\"t\"}",
          "$thing/up/raw/@ bytes",
          "$sys/operation/@ {\"type\":\"get\",\"resource\":[\"time\"]}",
          "$ota/report/@ {\"type\":\"report_version\",\"report\":{\"version\":\"1\"}}",
          "$ota/report/@ {\"type\":\"report_progress\",\"report\":{\"progress\":{\"state\":\"fail\",\"percent\":\"1\",\"result_code\":\"-1\",\"result_msg\":\"\"},\"version\":\"1\"}}",
          "$log/operation/@ {\"type\":\"get_log_level\",\"clientToken\":\"t\"}",
          "$gateway/operation/@ {\"type\":\"bind\",\"payload\":{\"devices\":[{\"product_id\":\"BROKERFUZZ\",\"device_name\":\"x\",\"signature\":\"s\",\"random\":1,\"timestamp\":2}]}}",
          "$gateway/operation/@ {\"type\":\"describe_sub_devices\"}",
          "$rrpc/txd/@/1 bytes",
          "@/event bytes");

  @Inject BrokerPort port;
  @Inject MeterRegistry metrics;

  private final Random random = new Random(SEED);

  /// Changes one to three bytes, in the header, the topic or the payload.
  private byte[] mutated(byte[] packet) {
    byte[] bytes = packet.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] packet(DeviceKey device) {
    String valid = VALID.get(random.nextInt(VALID.size())).replace("@", device.toString());
    int blank = valid.indexOf(' ');
    byte[] payload = valid.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
    int qos = random.nextInt(2);
    return Packet.of(
            Packet.PUBLISH,
            qos << 1,
            body -> {
              body.writeUTF(valid.substring(0, blank));
              if (qos > 0) {
                body.writeShort(1 + random.nextInt(1000));
              }
              body.write(payload);
            })
        .bytes();
  }

  @Test
  void mutatedPacketsHurtNobodyElse() {
    Registry.product(PRODUCT, "/conformance-template.json", "disabled", "secret-of-the-fuzzers");
    DeviceKey neighbour = Registry.device(PRODUCT, "neighbour");
    List<DeviceKey> attackers = new ArrayList<>();
    for (int i = 0; i < ATTACKERS; i++) {
      attackers.add(Registry.device(PRODUCT, "attacker-" + i));
    }
    double failedBefore = failed();
    List<StockClient> clients = new ArrayList<>();
    attackers.forEach(
        device -> clients.add(StockClient.connected(Level.V3_1_1, port.number(), device)));
    try (StockClient other = StockClient.connected(Level.V3_1_1, port.number(), neighbour)) {
      for (int step = 0; step < STEPS; step++) {
        int attacker = random.nextInt(ATTACKERS);
        if (clients.get(attacker).hasEnded()) {
          clients.get(attacker).close();
          clients.set(
              attacker,
              StockClient.connected(Level.V3_1_1, port.number(), attackers.get(attacker)));
        }
        clients.get(attacker).sendBytes(mutated(packet(attackers.get(attacker))));
        if (step % 100 == 0) {
          String where = "seed %d, step %d".formatted(SEED, step);
          assertThat(
                  other.report(neighbour, "\"" + step + "\"", "{\"on\":1}").path("code").asInt(-1))
              .as(where)
              .isZero();
        }
      }
      assertThat(other.hasEnded()).as("the neighbour's connection").isFalse();
    } finally {
      clients.forEach(StockClient::close);
    }
    assertThat(failed()).isEqualTo(failedBefore);
  }

  /// Messages given up by a fault of ours.
  private double failed() {
    double failed = count(metrics.find("sockettwin.broker.lost").counter());
    for (String reason : List.of("failed", "failed in a feature", "refused by the database")) {
      failed += count(metrics.find("sockettwin.messages.dropped").tag("reason", reason).counter());
    }
    return failed;
  }

  private static double count(@Nullable Counter counter) {
    return counter == null ? 0 : counter.count();
  }
}
