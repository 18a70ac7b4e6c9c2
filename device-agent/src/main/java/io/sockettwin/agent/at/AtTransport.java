package io.sockettwin.agent.at;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Transport;
import io.sockettwin.agent.serial.SerialLine;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session through a module that speaks the vendor's AT commands: it has the network and the MQTT
/// client, this end has the words. Only the service's host can be told to a module; its port is
/// 8883, with TLS-PSK.
public final class AtTransport implements Transport {

  private static final Logger LOG = LoggerFactory.getLogger(AtTransport.class);

  /// Lines and wishes that may wait; a line more is dropped, as on a line nobody reads.
  private static final int INBOX_LIMIT = 256;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final AtSerial serial;
  private final DeviceKey device;
  private final Consumer<LinkInput> session;
  private final AtDialogue dialogue;
  private final BlockingQueue<AtInput> inbox = new LinkedBlockingQueue<>(INBOX_LIMIT);
  private final Thread thread;
  private final long startNanos = System.nanoTime();
  private AtState state = AtState.INITIAL;
  private volatile @Nullable SerialLine module;
  private volatile boolean stopping;

  public AtTransport(
      AtSerial serial,
      ServiceAddress service,
      DeviceKey device,
      DeviceSecret secret,
      Consumer<LinkInput> session) {
    this.serial = serial;
    this.device = device;
    this.session = session;
    this.dialogue = new AtDialogue(device, secret, service.host());
    this.thread = Thread.ofPlatform().daemon().name("at").start(this::run);
  }

  @Override
  public void connect() {
    wish(new AtInput.Connect());
  }

  @Override
  public void subscribe() {
    wish(new AtInput.Subscribe());
  }

  @Override
  public void publish(Message.Up message) {
    String payload = new String(MessageCodec.encode(message), StandardCharsets.UTF_8);
    wish(new AtInput.Publish(MessageCodec.topicOf(message, device).name(), payload));
  }

  @Override
  public void hangUp() {
    wish(new AtInput.HangUp());
  }

  private void wish(AtInput input) {
    if (!inbox.offer(input)) {
      LOG.warn("{}: the serial line of the AT module is behind its time", device);
    }
  }

  @Override
  public void close() {
    stopping = true;
    wish(new AtInput.HangUp());
    try {
      thread.join(SerialLine.PATIENCE.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping || !inbox.isEmpty()) {
        AtInput next = inbox.poll(untilWakeUp().toMillis() + 1, TimeUnit.MILLISECONDS);
        advance(next == null ? new AtInput.WakeUp() : next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeLine();
  }

  private Duration untilWakeUp() {
    Instant wakeAt = state.wakeAt();
    if (wakeAt == null) {
      return LONGEST_WAIT;
    }
    Duration left = Duration.between(now(), wakeAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Only differences count, and nobody sets this clock.
  private Instant now() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - startNanos);
  }

  private void advance(AtInput input) {
    try {
      if (input instanceof AtInput.Connect && module == null) {
        openLine();
      } else if (input instanceof AtInput.LineGone) {
        closeLine();
      }
    } catch (IOException e) {
      LOG.warn("{}: the AT module at {}: {}", device, serial.device(), e.getMessage());
      tellLost(Loss.MODULE_SILENT);
      return;
    }
    AtStep step = dialogue.advance(state, input, now());
    state = step.state();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(AtEffect effect) {
    switch (effect) {
      case AtEffect.Send(String text) -> send(text);
      case AtEffect.Connected() -> session.accept(new LinkInput.Connected());
      case AtEffect.Subscribed() -> session.accept(new LinkInput.Subscribed());
      case AtEffect.Received(String topic, String payload) -> received(topic, payload);
      case AtEffect.Lost(Loss loss) -> tellLost(loss);
      case AtEffect.Warn(String text) -> LOG.warn("{}: {}", device, text);
    }
  }

  private void tellLost(Loss loss) {
    session.accept(new LinkInput.Lost(loss, ThreadLocalRandom.current().nextDouble()));
  }

  private void received(String name, String payload) {
    Topic topic = Topic.parse(name).filter(known -> known.device().equals(device)).orElse(null);
    if (topic == null) {
      return;
    }
    switch (MessageCodec.decodeDown(topic, payload.getBytes(StandardCharsets.UTF_8))) {
      case Decoded.Understood<Message.Down>(Message.Down message) ->
          session.accept(new LinkInput.Received(message));
      case Decoded.Refused<Message.Down> refused ->
          LOG.warn("{}: message not understood: {}", device, refused.reason());
    }
  }

  private void send(String text) {
    SerialLine line = module;
    if (line == null) {
      return;
    }
    try {
      line.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("{}: {}", device, e.getMessage());
      wish(new AtInput.LineGone());
    }
  }

  private void openLine() throws IOException {
    SerialLine line = SerialLine.open(serial.device(), serial.baud(), SerialLine.Parity.NONE);
    module = line;
    Thread.ofPlatform().daemon().name("at-line").start(() -> listen(line));
  }

  private void closeLine() {
    SerialLine line = module;
    module = null;
    if (line != null) {
      line.close();
    }
  }

  private void listen(SerialLine line) {
    LineReader reader = new LineReader();
    try {
      while (true) {
        reader.read(line.read()).forEach(text -> wish(new AtInput.Heard(text)));
      }
    } catch (IOException e) {
      if (line == module && !stopping) {
        wish(new AtInput.LineGone());
      }
    }
  }
}
