package io.sockettwin.agent.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.TinyBroker;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.LoginVerdict;
import io.sockettwin.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The driver and the emulated module, each at its end of a pseudo-terminal.
class AtTransportIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final DeviceSecret SECRET =
      DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();

  private final List<LinkInput> told = new CopyOnWriteArrayList<>();
  private TinyBroker broker;
  private EmulatedModule module;
  private AtTransport transport;

  @AfterEach
  void close() throws IOException {
    transport.close();
    module.close();
    broker.close();
  }

  @Test
  void carriesShortAndLongMessagesBothWaysInSpiteOfGarbage() throws IOException {
    open(login -> login.verify(SECRET, Instant.now()) == LoginVerdict.ACCEPTED ? 0 : 4);
    byte[] garbage = new byte[300];
    new Random(3).nextBytes(garbage);
    garbage[299] = '\n';
    transport.connect();
    await().atMost(LIMIT).until(() -> told.contains(new LinkInput.Connected()));
    transport.subscribe();
    await().atMost(LIMIT).until(() -> told.contains(new LinkInput.Subscribed()));
    module.disturb(garbage);

    String token = "t-".repeat(30);
    transport.publish(new Message.ClearControl(ClientToken.of("t-1")));
    transport.publish(new Message.ClearControl(ClientToken.of(token)));
    await().atMost(LIMIT).until(() -> broker.published.size() == 2);
    assertThat(broker.published)
        .extracting(TinyBroker.Published::payload)
        .containsExactly(
            "{\"method\":\"clear_control\",\"clientToken\":\"t-1\"}",
            "{\"method\":\"clear_control\",\"clientToken\":\"" + token + "\"}");

    broker.publish(
        "$thing/down/property/HRDG3CKWWZ/socket001",
        "{\"method\":\"control\",\"clientToken\":\"c\",\"params\":{\"power_switch\":1}}");
    await().atMost(LIMIT).until(() -> told.stream().anyMatch(LinkInput.Received.class::isInstance));
  }

  @Test
  void saysThatTheSecretIsWrongAndLogsNoSecret() throws IOException {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler = new Recorder(logged);
    Logger root = Logger.getLogger("io.sockettwin");
    root.setLevel(Level.ALL);
    root.addHandler(handler);
    try {
      open(login -> 4);
      transport.connect();
      await().atMost(LIMIT).until(() -> losses().equals(List.of(Loss.WRONG_SECRET)));
    } finally {
      root.removeHandler(handler);
      root.setLevel(null);
    }
    assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET.base64()));
  }

  @Test
  void saysThatTheServiceIsGoneAndThenTheModule() throws IOException {
    open(login -> 0);
    transport.connect();
    await().atMost(LIMIT).until(() -> told.contains(new LinkInput.Connected()));
    broker.close();
    await().atMost(LIMIT).until(() -> losses().equals(List.of(Loss.CLOSED)));

    module.close();
    transport.connect();
    await().atMost(LIMIT).until(() -> losses().equals(List.of(Loss.CLOSED, Loss.MODULE_SILENT)));
  }

  private void open(Function<Credentials, Integer> gate) throws IOException {
    broker = new TinyBroker(gate);
    module = EmulatedModule.open(broker.address().port());
    transport =
        new AtTransport(
            new AtSerial(module.device(), AtSerial.DEFAULT_BAUD),
            broker.address(),
            DEVICE,
            SECRET,
            told::add);
  }

  private List<Loss> losses() {
    return told.stream()
        .filter(LinkInput.Lost.class::isInstance)
        .map(input -> ((LinkInput.Lost) input).loss())
        .toList();
  }

  private static final class Recorder extends Handler {
    private final List<String> lines;

    Recorder(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
