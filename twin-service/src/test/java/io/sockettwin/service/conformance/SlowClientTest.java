package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// A client that does not read what it is sent.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class SlowClientTest {
  @Inject BrokerPort port;

  @Test
  void holdsUpNobodyElse() throws Exception {
    DeviceKey slow = Registry.socket();
    DeviceKey other = Registry.socket();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number());
        // Sends, and never reads.
        StockClient deaf =
            new StockClient(
                Level.V3_1_1, InputStream.nullInputStream(), socket.getOutputStream(), socket);
        StockClient neighbour = StockClient.connected(Level.V3_1_1, port.number(), other)) {
      socket.setReceiveBufferSize(1024);
      deaf.connect(slow);
      deaf.subscribe("$thing/down/raw/" + slow, 1);
      neighbour.report(other, "\"n\"", "{\"power_switch\":1}");
      byte[] much = new byte[60 * 1024];
      int accepted = 0;
      for (int i = 0; i < 60; i++) {
        int status =
            Api.asOperator()
                .contentType("application/octet-stream")
                .body(much)
                .post("/api/twins/" + slow + "/raw")
                .statusCode();
        accepted += status == 202 ? 1 : 0;
      }
      assertThat(accepted).as("taken or dropped, never waited for").isEqualTo(60);
      assertThat(neighbour.report(other, "\"n\"", "{\"power_switch\":0}").path("code").asInt(-1))
          .isZero();
    }
  }
}
