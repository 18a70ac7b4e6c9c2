package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.emulated.Cable;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MQTT over TLS: the secret's token goes to nobody but the service that was meant.
class EncryptedTransportIT {
  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final DeviceSecret SECRET = DeviceSecret.of(new byte[] {1, 2, 3, 4});
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static ServerKey local;
  private static ServerKey other;

  private final List<LinkInput> told = new CopyOnWriteArrayList<>();
  private TinyBroker broker;
  private MqttTransport transport;

  @BeforeAll
  static void makeKeys() throws Exception {
    local = ServerKey.of("localhost", folder);
    other = ServerKey.of("elsewhere", folder);
  }

  @AfterEach
  void close() throws IOException {
    if (transport != null) {
      transport.close();
      broker.close();
    }
  }

  private Route route(ServerKey key, Trust trust) throws IOException {
    broker = new TinyBroker(login -> 0, key.sockets());
    return Route.to(new ServiceAddress("localhost", broker.address().port(), true), trust);
  }

  private void connect(Route route) {
    transport = new MqttTransport(route, DEVICE, SECRET, told::add);
    transport.connect();
  }

  private Stream<Loss> losses() {
    return told.stream()
        .filter(LinkInput.Lost.class::isInstance)
        .map(input -> ((LinkInput.Lost) input).loss());
  }

  @Test
  void logsInWhereTheCertificateIsTrusted() throws IOException {
    connect(route(local, Trust.in(local.certificate())));

    await().atMost(PATIENCE).until(() -> told.contains(new LinkInput.Connected()));
    assertThat(broker.logins).hasSize(1);
  }

  @Test
  void knowsTheServiceThroughACableAsWell() throws IOException {
    try (Cable cable = new Cable()) {
      Route direct = route(local, Trust.in(local.certificate()));
      connect(direct.through(cable.to("localhost", direct.service().port())));

      await().atMost(PATIENCE).until(() -> told.contains(new LinkInput.Connected()));
    }
  }

  @Test
  void tellsNothingToAServiceWhoseCertificateNobodyTrusts() throws IOException {
    connect(route(local, Trust.EVERYBODYS));

    await().atMost(PATIENCE).until(() -> losses().anyMatch(Loss.UNTRUSTED::equals));
    assertThat(broker.logins).isEmpty();
  }

  @Test
  void tellsNothingToAServiceOfAnotherName() throws IOException {
    connect(route(other, Trust.in(other.certificate())));

    await().atMost(PATIENCE).until(() -> losses().anyMatch(Loss.UNTRUSTED::equals));
    assertThat(broker.logins).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    assertThatThrownBy(() -> Trust.in(empty)).hasMessageContaining("holds no certificate in PEM");
    assertThatThrownBy(() -> Trust.in(folder.resolve("none.pem")))
        .hasMessageContaining("does not exist");
  }
}
