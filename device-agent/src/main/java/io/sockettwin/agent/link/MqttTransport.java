package io.sockettwin.agent.link;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session over MQTT 3.1.1 with the token login of the protocol (section 2.4).
///
/// Each attempt has a client of its own, and what an older one still says is ignored.
public final class MqttTransport implements Transport {

  /// Short, so that a half-open connection is noticed within a minute; the protocol allows it.
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Route route;
  private final DeviceKey device;
  private final DeviceSecret secret;
  private final Consumer<LinkInput> inbox;
  private final int keepAliveSeconds;
  private volatile @Nullable MqttAttempt current;

  public MqttTransport(
      Route route, DeviceKey device, DeviceSecret secret, Consumer<LinkInput> inbox) {
    this(route, device, secret, inbox, KEEP_ALIVE_SECONDS);
  }

  MqttTransport(
      Route route,
      DeviceKey device,
      DeviceSecret secret,
      Consumer<LinkInput> inbox,
      int keepAliveSeconds) {
    this.route = route;
    this.device = device;
    this.secret = secret;
    this.inbox = inbox;
    this.keepAliveSeconds = keepAliveSeconds;
  }

  @Override
  public void connect() {
    hangUp();
    MqttAttempt attempt = new MqttAttempt(route, device, secret, keepAliveSeconds, inbox);
    current = attempt;
    // The first client loads hundreds of classes, and the caller has a relay to watch.
    Thread.ofVirtual().name("connect").start(attempt::connect);
  }

  @Override
  public void subscribe() {
    MqttAttempt attempt = current;
    if (attempt != null) {
      attempt.subscribe();
    }
  }

  @Override
  public void publish(Message.Up message) {
    MqttAttempt attempt = current;
    if (attempt != null) {
      attempt.publish(message);
    }
  }

  @Override
  public void hangUp() {
    MqttAttempt attempt = current;
    current = null;
    if (attempt != null) {
      attempt.giveUp();
    }
  }

  @Override
  public void close() {
    hangUp();
  }
}
