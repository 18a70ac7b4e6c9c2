package io.sockettwin.agent.at;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.MqttTransport;
import io.sockettwin.agent.link.Route;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Trust;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.at.AtLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The MQTT session of an emulated module, and what it says of it on the serial line. Its news come
/// from threads of their own; whoever holds it guards it with one lock, which is this object.
final class ModuleSession {

  private final Consumer<AtLine> say;
  private final Set<String> subscriptions = new TreeSet<>();
  private @Nullable MqttTransport transport;
  private @Nullable DeviceKey device;
  private boolean connected;
  private boolean subscribed;
  private boolean subscribing;

  ModuleSession(Consumer<AtLine> say) {
    this.say = say;
  }

  synchronized boolean connected() {
    return connected;
  }

  synchronized List<String> subscriptions() {
    return List.copyOf(subscriptions);
  }

  synchronized void connect(ServiceAddress service, DeviceKey who, DeviceSecret secret) {
    close();
    device = who;
    MqttTransport next =
        new MqttTransport(Route.to(service, Trust.EVERYBODYS), who, secret, this::happened);
    transport = next;
    next.connect();
  }

  /// The first of a device's two topics brings the other one with it.
  synchronized void subscribe(String topic) {
    subscriptions.add(topic);
    if (subscribed) {
      say.accept(new AtLine.Ended("TCMQTTSUB", "OK"));
    } else if (!subscribing && transport != null) {
      subscribing = true;
      transport.subscribe();
    }
  }

  synchronized void publish(String name, String payload) {
    Topic topic = Topic.parse(name).orElse(null);
    if (transport != null
        && topic != null
        && MessageCodec.decodeUp(topic, payload.getBytes(StandardCharsets.UTF_8))
            instanceof Decoded.Understood<Message.Up>(Message.Up message)) {
      transport.publish(message);
    }
  }

  synchronized void close() {
    MqttTransport standing = transport;
    transport = null;
    connected = false;
    subscribed = false;
    subscribing = false;
    subscriptions.clear();
    if (standing != null) {
      standing.close();
    }
  }

  private synchronized void happened(LinkInput input) {
    switch (input) {
      case LinkInput.Connected() -> {
        connected = true;
        say.accept(new AtLine.Ended("TCMQTTCONN", "OK"));
      }
      case LinkInput.Subscribed() -> {
        subscribed = true;
        subscribing = false;
        say.accept(new AtLine.Ended("TCMQTTSUB", "OK"));
      }
      case LinkInput.Received(Message.Down message) -> received(message);
      case LinkInput.Lost(Loss loss, double jitter) -> lost(loss);
      default -> throw new IllegalStateException("a transport does not tell " + input);
    }
  }

  private void received(Message.Down message) {
    DeviceKey who = device;
    if (who == null) {
      return;
    }
    String topic = MessageCodec.topicOf(message, who).name();
    if (subscriptions.contains(topic)) {
      String payload = new String(MessageCodec.encode(message), StandardCharsets.UTF_8);
      say.accept(new AtLine.Received(topic, payload));
    }
  }

  private void lost(Loss loss) {
    boolean refused = subscribing && loss == Loss.NOT_PERMITTED;
    boolean stood = connected;
    close();
    if (refused) {
      say.accept(new AtLine.Ended("TCMQTTSUB", "FAIL,-108"));
    } else if (stood) {
      say.accept(new AtLine.Disconnected(-103));
    } else {
      say.accept(new AtLine.Ended("TCMQTTCONN", "FAIL," + number(loss)));
    }
  }

  private static int number(Loss loss) {
    return switch (loss) {
      case SERVICE_UNAVAILABLE -> -115;
      case BAD_IDENTITY -> -114;
      case WRONG_SECRET -> -116;
      case UNKNOWN_DEVICE -> -117;
      case UNREACHABLE,
          CLOSED,
          NOT_PERMITTED,
          TAKEN_OVER,
          NO_TLS,
          UNTRUSTED,
          MODULE_SILENT,
          MODULE_REFUSED ->
          101;
    };
  }
}
