package io.sockettwin.mqttbroker.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import io.sockettwin.mqttbroker.gate.Standing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGateTest {

  private static final Login LOGIN = new Login("PRODUCT001lamp", "user", "pass", "10.0.0.1");

  private HttpServer server;
  private HttpGate gate;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile String question = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/gate",
        exchange -> {
          question =
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    gate = new HttpGate(URI.create("http://127.0.0.1:" + port + "/gate"), "s3cret");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksInTheFormatOfEmqx() throws Exception {
    answer = "{\"result\":\"deny\"}";
    gate.admit(LOGIN);
    assertThat(question)
        .isEqualTo(
            "Bearer s3cret {\"clientid\":\"PRODUCT001lamp\",\"username\":\"user\","
                + "\"password\":\"pass\",\"peerhost\":\"10.0.0.1\"}");
  }

  @Test
  void readsAnAdmission() throws Exception {
    answer =
        """
        {"result":"allow","is_superuser":false,"client_attrs":{"session":"PRODUCT001/lamp"},"acl":[
        {"permission":"allow","action":"publish","topic":"up"},
        {"permission":"allow","action":"subscribe","topic":"down/+"},
        {"permission":"allow","action":"all","topic":"both"},
        {"permission":"deny","action":"all","topic":"forbidden"}]}
        """;
    assertThat(gate.admit(LOGIN))
        .isEqualTo(
            new Admitted(
                Standing.DEVICE,
                List.of("up", "both"),
                List.of("down/+", "both"),
                "PRODUCT001/lamp"));
  }

  @Test
  void readsTheServicesOwnAdmission() throws Exception {
    answer = "{\"result\":\"allow\",\"is_superuser\":true}";
    assertThat(gate.admit(LOGIN))
        .isEqualTo(new Admitted(Standing.SERVICE, List.of(), List.of(), null));
  }

  @Test
  void readsARefusal() throws Exception {
    answer = "{\"result\":\"deny\",\"refusal\":\"credentials\",\"text\":\"wrong password\"}";
    assertThat(gate.admit(LOGIN)).isEqualTo(new Refused(Refusal.CREDENTIALS, "wrong password"));
  }

  @Test
  void takesARefusalWithoutReasonAsNotAuthorized() throws Exception {
    answer = "{\"result\":\"deny\"}";
    assertThat(gate.admit(LOGIN)).isEqualTo(new Refused(Refusal.NOT_AUTHORIZED, "refused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "{}", "{\"result\":\"ignore\"}"})
  void failsWhenTheAnswerIsNotClear(String unclear) {
    answer = unclear;
    assertThatThrownBy(() -> gate.admit(LOGIN)).isInstanceOf(IOException.class);
  }

  @Test
  void failsWhenTheServiceFails() {
    status = 500;
    answer = "{\"result\":\"allow\"}";
    assertThatThrownBy(() -> gate.admit(LOGIN)).isInstanceOf(IOException.class);
  }

  @Test
  void failsWhenTheServiceIsAway() {
    server.stop(0);
    assertThatThrownBy(() -> gate.admit(LOGIN)).isInstanceOf(IOException.class);
  }
}
