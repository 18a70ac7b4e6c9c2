package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sockettwin.service.rate.AddressRate;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.LoginVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsListenerTest {
  private static final Map<String, String> IMPATIENT =
      Map.of("sockettwin.tls.handshake-patience", "1s", "sockettwin.tls.connect-patience", "1s");
  private static final int ECDHE_PSK_AES_128_CBC_SHA = 0xC035;
  private static final int PSK_AES_128_GCM_SHA256 = 0x00A8;

  private Front front;

  @BeforeEach
  void open() throws IOException {
    front = new Front(Map.of());
  }

  private void reopen(Map<String, String> settings) throws IOException {
    front.close();
    front = new Front(settings);
  }

  @AfterEach
  void close() throws IOException {
    front.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {ClientHello.PSK_AES_128, ClientHello.PSK_AES_256})
  void speaksBothSuitesOfTheVendor(int suite) throws IOException {
    try (PskClient device =
        PskClient.connect(front.port(), Front.DEVICE.clientId(), Front.SECRET.key(), suite)) {
      assertThat(device.suite()).isEqualTo(suite);
    }
  }

  @Test
  void choosesTheFirstSuiteWhateverTheOrderOfTheClient() throws IOException {
    try (PskClient device =
        PskClient.connect(
            front.port(), Front.DEVICE.clientId(), Front.SECRET.key(), 0x008D, 0x008C)) {
      assertThat(device.suite()).isEqualTo(ClientHello.PSK_AES_128);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PSK_AES_128_GCM_SHA256, ECDHE_PSK_AES_128_CBC_SHA})
  void refusesOtherSuites(int suite) {
    assertAlert(
        Front.DEVICE.clientId(), Front.SECRET.key(), AlertDescription.handshake_failure, suite);
    assertRefused(Refusal.NO_COMMON_CIPHER_SUITE);
  }

  @Test
  void answersAnUnknownIdentityAsAWrongKey() {
    byte[] wrong = new byte[16];
    assertAlert(
        Front.DEVICE.clientId(), wrong, AlertDescription.bad_record_mac, PskClient.VENDOR_SUITES);
    assertRefused(Refusal.WRONG_KEY);
    assertAlert(
        "HRDG3CKWWZnobody", wrong, AlertDescription.bad_record_mac, PskClient.VENDOR_SUITES);
    assertAlert("malformed", wrong, AlertDescription.bad_record_mac, PskClient.VENDOR_SUITES);
    await().until(() -> front.metrics.count(Refusal.UNKNOWN_IDENTITY) == 2);
  }

  @Test
  void keepsNobodyWaitingForALookUpThatIsSlow() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    front.close();
    front =
        new Front(
            Map.of(),
            device -> {
              if (device.deviceName().equals("slow")) {
                awaitLatch(answered);
              }
              return Front.secret(device);
            });
    try (Socket slow = socket()) {
      var handshake =
          CompletableFuture.runAsync(() ->
              assertThatThrownBy(
                      () -> PskClient.connect(slow, "HRDG3CKWWZslow", new byte[16], 0x008C).close())
                  .isInstanceOf(TlsFatalAlertReceived.class));
      await().until(() -> front.gauge("waiting") == 1);
      speaksBothSuitesOfTheVendor(ClientHello.PSK_AES_128);
      assertThat(handshake).isNotDone();
      answered.countDown();
      handshake.join();
    }
  }

  @Test
  void failsWhenTheKeyCannotBeLookedUp() throws IOException {
    front.close();
    front =
        new Front(
            Map.of(),
            device -> {
              throw new IllegalStateException("no database");
            });
    // The alert may be lost, as the server ends the session before it has read the last message.
    assertThatThrownBy(() -> PskClient.connect(front.port(), Front.DEVICE, Front.SECRET).close())
        .isInstanceOf(IOException.class);
    assertRefused(Refusal.LOOKUP_FAILED);
  }

  @Test
  void handsTheDeviceOnWithAPassword() throws IOException {
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.connect(Front.DEVICE));
      try (Socket broker = front.arrival()) {
        ConnectPacket packet = Packets.complete(Packets.read(broker.getInputStream()));
        assertThat(packet.clientId()).isEqualTo(Front.DEVICE.clientId());
        broker.getOutputStream().write(HexFormat.of().parseHex(Mqtt.ACCEPTED));
        assertThat(Mqtt.read(device.received())).isEqualTo(Mqtt.ACCEPTED);
        assertThat(front.gauge("connections")).isEqualTo(1);
        await().until(() -> front.gauge("waiting") == 0);
      }
      assertThat(device.received().read()).as("the broker's end is the device's").isNegative();
    }
    await().until(() -> front.gauge("connections") == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "3, HRDG3CKWWZsocket002, HRDG3CKWWZsocket002;1;a;2147483647, 20020002",
    "4, HRDG3CKWWZsocket002, HRDG3CKWWZsocket002;1;a;2147483647, 20020002",
    "4, '', '', 20020002",
    "5, HRDG3CKWWZsocket002, '', 2003008500",
    "4, HRDG3CKWWZsocket001, HRDG3CKWWZsocket002;1;a;2147483647, 20020002",
    "4, HRDG3CKWWZsocket001, HRDG3CKWWZsocket001, 20020004",
    "5, HRDG3CKWWZsocket001, HRDG3CKWWZsocket001, 2003008600",
    "4, HRDG3CKWWZsocket001, HRDG3CKWWZsocket001;1;a;1600000000, 20020005",
    "6, HRDG3CKWWZsocket001, '', 20020001",
  })
  void refusesAConnectThatIsNotTheSessionsDevice(
      int level, String clientId, String userName, String answer) throws IOException {
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.connect(level, clientId, userName));
      assertThat(Mqtt.read(device.received())).isEqualTo(answer);
      assertThat(device.received().read()).isNegative();
    }
    assertRefused(Refusal.CONNECT_REFUSED);
  }

  @Test
  void closesOnWhatIsNoConnect() throws IOException {
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.publish(4, "topic", "payload"));
      assertThat(device.received().read()).isNegative();
    }
    assertRefused(Refusal.CONNECT_MALFORMED);
  }

  @Test
  void closesOnATooLargeConnectBeforeItIsThere() throws IOException {
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(new byte[] {0x10, (byte) 0xFF, (byte) 0xFF, 0x03, 0});
      assertThat(device.received().read()).isNegative();
    }
    assertRefused(Refusal.CONNECT_TOO_LARGE);
  }

  @Test
  void doesNotWaitLongForASlowConnect() throws IOException {
    reopen(IMPATIENT);
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(new byte[] {0x10, 100, 0});
      assertThat(device.received().read()).isNegative();
    }
    assertRefused(Refusal.CONNECT_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16", "1603010200", "160301005a010000560303"})
  void doesNotWaitLongForASlowHandshake(String beginning) throws IOException {
    reopen(IMPATIENT);
    assertThat(answer(HexFormat.of().parseHex(beginning))).isEmpty();
    assertRefused(Refusal.HANDSHAKE_TIMEOUT);
    await().until(() -> front.gauge("waiting") == 0);
  }

  @Test
  void closesOnWhatIsNoTls() throws IOException {
    reopen(IMPATIENT);
    answer(Mqtt.connect(Front.DEVICE));
    assertRefused(Refusal.NOT_TLS);
    answer("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    await().until(() -> front.metrics.count(Refusal.NOT_TLS) == 2);
  }

  @Test
  void survivesGarbage() throws IOException {
    reopen(IMPATIENT);
    Random random = new Random(4);
    for (int step = 0; step < 200; step++) {
      byte[] garbage = new byte[random.nextInt(600)];
      random.nextBytes(garbage);
      if (garbage.length > 3 && random.nextBoolean()) {
        garbage[0] = (byte) (20 + random.nextInt(5));
        garbage[1] = 3;
        garbage[2] = (byte) random.nextInt(4);
      }
      try (Socket socket = socket()) {
        socket.getOutputStream().write(garbage);
        socket.shutdownOutput();
      }
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> front.gauge("connections") == 0);
    speaksBothSuitesOfTheVendor(ClientHello.PSK_AES_128);
  }

  @Test
  void turnsAwayWhatIsBeyondTheLimits() throws IOException {
    reopen(Map.of("sockettwin.tls.max-waiting", "1"));
    try (Socket first = socket()) {
      await().until(() -> front.gauge("waiting") == 1);
      assertThat(answer(new byte[0])).isEmpty();
      assertRefused(Refusal.TOO_MANY_WAITING);
      assertThat(first.isClosed()).isFalse();
    }
    reopen(Map.of("sockettwin.tls.connections-per-second-and-address", "1"));
    for (int burst = 0; burst <= AddressRate.BURST.toSeconds(); burst++) {
      socket().close();
    }
    await().until(() -> front.metrics.count(Refusal.TOO_OFTEN) >= 1);
  }

  @Test
  void saysSoWhenTheBrokerIsAway() throws IOException {
    front.broker.close();
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.connect(Front.DEVICE));
      assertThat(Mqtt.read(device.received())).isEqualTo("20020003");
    }
    assertRefused(Refusal.BROKER_UNREACHABLE);
  }

  @Test
  void copiesEveryByteInOrderAndDoesNotReadAheadOfASlowSide() throws Exception {
    byte[] much = new byte[4 << 20];
    new Random(5).nextBytes(much);
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.connect(Front.DEVICE));
      try (Socket broker = front.arrival()) {
        InputStream fromFront = broker.getInputStream();
        Packets.read(fromFront);
        var up = CompletableFuture.runAsync(() -> send(device, much));
        var down = CompletableFuture.runAsync(() -> send(broker, much));
        assertThat(up.isDone() && down.isDone()).isFalse();
        var heardUp = CompletableFuture.supplyAsync(() -> read(fromFront, much.length));
        assertThat(device.received().readNBytes(much.length)).isEqualTo(much);
        assertThat(heardUp.join()).isEqualTo(much);
        up.join();
        down.join();
      }
    }
  }

  @Test
  void keepsWhatFollowsTheConnectAtOnce() throws IOException {
    byte[] subscribe = Mqtt.subscribe(4, 1, "$thing/down/property/" + Front.DEVICE);
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      byte[] connect = Mqtt.connect(Front.DEVICE);
      byte[] both = Arrays.copyOf(connect, connect.length + subscribe.length);
      System.arraycopy(subscribe, 0, both, connect.length, subscribe.length);
      device.send(both);
      try (Socket broker = front.arrival()) {
        Packets.read(broker.getInputStream());
        assertThat(broker.getInputStream().readNBytes(subscribe.length)).isEqualTo(subscribe);
        device.hangUp();
        assertThat(broker.getInputStream().read()).isNegative();
      }
    }
  }

  @Test
  void tellsTheBrokerTheDevicesAddress() throws IOException {
    reopen(Map.of("sockettwin.tls.proxy-protocol", "true"));
    InetAddress there = InetAddress.getByName("127.0.0.2");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port(), there, 0);
        PskClient device =
            PskClient.connect(
                socket, Front.DEVICE.clientId(), Front.SECRET.key(), PskClient.VENDOR_SUITES)) {
      device.send(Mqtt.connect(Front.DEVICE));
      try (Socket broker = front.arrival()) {
        assertThat(broker.getInputStream().readNBytes(28))
            .startsWith(
                HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000c7f0000027f000001"));
        assertThat(Packets.read(broker.getInputStream())).isNotEmpty();
      }
    }
  }

  @Test
  void signsALoginTheBrokerCanCheck() throws IOException {
    try (PskClient device = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET)) {
      device.send(Mqtt.connect(5, Front.DEVICE.clientId(), ""));
      try (Socket broker = front.arrival()) {
        byte[] packet = Packets.read(broker.getInputStream());
        Credentials login = Packets.credentials(packet);
        assertThat(login.verify(Front.SECRET, Instant.now())).isEqualTo(LoginVerdict.ACCEPTED);
      }
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(PskClient device, byte[] bytes) {
    try {
      device.send(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(InputStream in, int length) {
    try {
      return in.readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /// Everything the server says to these bytes until it closes.
  private byte[] answer(byte[] bytes) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(bytes);
      return socket.getInputStream().readAllBytes();
    }
  }

  private void assertAlert(String identity, byte[] key, short alert, int... suites) {
    assertThatThrownBy(() -> PskClient.connect(front.port(), identity, key, suites).close())
        .isInstanceOfSatisfying(
            TlsFatalAlertReceived.class, e -> assertThat(e.getAlertDescription()).isEqualTo(alert));
  }

  private void assertRefused(Refusal reason) {
    await().untilAsserted(() -> assertThat(front.metrics.count(reason)).isEqualTo(1));
  }
}
