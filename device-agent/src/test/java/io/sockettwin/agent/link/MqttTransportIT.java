package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.LoginVerdict;
import io.sockettwin.wire.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttTransportIT {

  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final DeviceSecret SECRET = DeviceSecret.of(new byte[] {1, 2, 3, 4});

  private final List<LinkInput> told = new CopyOnWriteArrayList<>();
  private TinyBroker broker;
  private MqttTransport transport;

  @AfterEach
  void close() throws IOException {
    transport.close();
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void logsInWithATokenThatTheServiceCanVerify() throws IOException {
    connect(login -> login.verify(SECRET, Instant.now()) == LoginVerdict.ACCEPTED ? 0 : 4);

    await().until(() -> told.contains(new LinkInput.Connected()));
    assertThat(broker.logins.getFirst().clientId()).isEqualTo("HRDG3CKWWZsocket001");
  }

  @ParameterizedTest
  @CsvSource({"2, BAD_IDENTITY", "3, SERVICE_UNAVAILABLE", "4, WRONG_SECRET", "5, UNKNOWN_DEVICE"})
  void saysWhyALoginWasRefused(int returnCode, Loss loss) throws IOException {
    connect(login -> returnCode);

    await().until(() -> losses().equals(List.of(loss)));
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int unused;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = probe.getLocalPort();
    }
    open(new ServiceAddress("127.0.0.1", unused));
    transport.connect();

    await().until(() -> losses().equals(List.of(Loss.UNREACHABLE)));
  }

  @Test
  void subscribesToPropertiesAndEvents() throws IOException {
    connected();
    transport.subscribe();

    await().until(() -> told.contains(new LinkInput.Subscribed()));
    assertThat(broker.subscriptions)
        .containsExactly(
            "$thing/down/property/HRDG3CKWWZ/socket001", "$thing/down/event/HRDG3CKWWZ/socket001");
  }

  @Test
  void saysThatItsTopicsAreRefused() throws IOException {
    connected();
    broker.refuseSubscriptions();
    transport.subscribe();

    await().until(() -> losses().equals(List.of(Loss.NOT_PERMITTED)));
  }

  @Test
  void carriesMessagesBothWays() throws IOException {
    connected();
    transport.publish(new Message.ClearControl(ClientToken.of("t-1")));
    await().until(() -> broker.published.size() == 1);
    assertThat(broker.published.getFirst())
        .isEqualTo(
            new TinyBroker.Published(
                "$thing/up/property/HRDG3CKWWZ/socket001",
                "{\"method\":\"clear_control\",\"clientToken\":\"t-1\"}"));

    broker.publish("$thing/down/property/HRDG3CKWWZ/socket001", "{\"method\":\"control");
    broker.publish(
        "$thing/down/property/HRDG3CKWWZ/socket001",
        "{\"method\":\"control\",\"clientToken\":\"c\",\"params\":{\"power_switch\":1}}");

    LinkInput expected =
        new LinkInput.Received(
            new Message.Control(
                ClientToken.of("c"), JsonNodeFactory.instance.objectNode().put("power_switch", 1)));
    await().until(() -> told.contains(expected));
  }

  @Test
  void saysThatTheServiceClosedTheConnectionAndConnectsAgain() throws IOException {
    connected();
    broker.cut();
    await().until(() -> losses().equals(List.of(Loss.CLOSED)));

    transport.connect();
    await().until(() -> told.stream().filter(LinkInput.Connected.class::isInstance).count() == 2);
  }

  @Test
  void noticesAHalfOpenConnectionByTheKeepAlive() throws IOException {
    broker = new TinyBroker(login -> 0);
    transport =
        new MqttTransport(
            Route.to(broker.address(), Trust.EVERYBODYS), DEVICE, SECRET, told::add, 1);
    transport.connect();
    await().until(() -> told.contains(new LinkInput.Connected()));

    broker.fallSilent();

    await().until(() -> losses().equals(List.of(Loss.CLOSED)));
  }

  @Test
  void saysNothingAboutAConnectionItGaveUpItself() throws IOException {
    connected();
    transport.hangUp();
    transport.connect();

    await().until(() -> told.stream().filter(LinkInput.Connected.class::isInstance).count() == 2);
    assertThat(losses()).isEmpty();
  }

  private void connected() throws IOException {
    connect(login -> 0);
    await().until(() -> told.contains(new LinkInput.Connected()));
  }

  private void connect(Function<Credentials, Integer> gate) throws IOException {
    broker = new TinyBroker(gate);
    open(broker.address());
    transport.connect();
  }

  private void open(ServiceAddress address) {
    open(Route.to(address, Trust.EVERYBODYS));
  }

  private void open(Route route) {
    transport = new MqttTransport(route, DEVICE, SECRET, told::add);
  }

  private List<Loss> losses() {
    return told.stream()
        .filter(LinkInput.Lost.class::isInstance)
        .map(input -> ((LinkInput.Lost) input).loss())
        .toList();
  }
}
