package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {
  @TempDir static Path folder;
  private static Pem pem;

  @BeforeAll
  static void create() throws Exception {
    pem = Pem.create(folder);
  }

  private static Map<String, String> settings(Path certificate, Path key) {
    return Map.of(
        "sockettwin.tls.certificate", certificate.toString(),
        "sockettwin.tls.private-key", key.toString());
  }

  private static SSLSocket connect(Front front, String version) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", pem.trusted());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", front.port());
    socket.setEnabledProtocols(new String[] {version});
    socket.setSoTimeout(20_000);
    socket.startHandshake();
    return socket;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void passesAClientWithAPasswordOnUnchanged(String version) throws Exception {
    byte[] connect = Mqtt.connect(3, "HRDG3CKWWZany", "name");
    try (Front front = new Front(settings(pem.certificate(), pem.privateKey()));
        SSLSocket device = connect(front, version)) {
      device.getOutputStream().write(connect);
      try (Socket broker = front.arrival()) {
        assertThat(Packets.read(broker.getInputStream())).isEqualTo(connect);
        broker.getOutputStream().write(new byte[] {0x20, 2, 0, 0});
        assertThat(Mqtt.read(device.getInputStream())).isEqualTo(Mqtt.ACCEPTED);
      }
      assertThat(device.getInputStream().read()).isNegative();
    }
  }

  @Test
  void servesDevicesWithAKeyOnTheSamePort() throws Exception {
    try (Front front = new Front(settings(pem.certificate(), pem.privateKey()));
        PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      assertThat(device.suite()).isEqualTo(ClientHello.PSK_AES_128);
    }
  }

  @Test
  void hasNothingForClientsWithoutAKeyWhenThereIsNone() throws Exception {
    try (Front front = new Front(Map.of())) {
      assertThatThrownBy(() -> connect(front, "TLSv1.3").close())
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("handshake_failure");
    }
  }

  @Test
  void refusesFilesItCannotUse() throws IOException {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    assertRefused(settings(nonsense, pem.privateKey()), "nonsense.pem", "cannot be used");
    assertRefused(settings(pem.certificate(), nonsense), "nonsense.pem", "cannot be used");
    assertRefused(
        settings(folder.resolve("none.pem"), pem.privateKey()), "sockettwin.tls.certificate");
    assertRefused(
        Map.of("sockettwin.tls.certificate", pem.certificate().toString()),
        "sockettwin.tls.private-key");
  }

  private static void assertRefused(Map<String, String> settings, String... words) {
    assertThatThrownBy(() -> ServerCertificate.of(Front.config(settings)))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContainingAll(words)
        .message()
        .endsWith(".")
        .doesNotContain("\n");
  }
}
