package io.sockettwin.agent.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, from the first packet to the last. Once given up or lost it says nothing more.
final class MqttAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(MqttAttempt.class);

  private static final int CONNECT_TIMEOUT_SECONDS = 10;
  private static final int CONNECTION_ID_LIMIT = 36 * 36 * 36 * 36 * 36;

  private final Route route;
  private final DeviceKey device;
  private final DeviceSecret secret;
  private final int keepAliveSeconds;
  private final Consumer<LinkInput> inbox;
  private volatile boolean over;
  private volatile @Nullable Mqtt3AsyncClient client;
  private volatile boolean accepted;

  MqttAttempt(
      Route route,
      DeviceKey device,
      DeviceSecret secret,
      int keepAliveSeconds,
      Consumer<LinkInput> inbox) {
    this.route = route;
    this.device = device;
    this.secret = secret;
    this.keepAliveSeconds = keepAliveSeconds;
    this.inbox = inbox;
  }

  private Mqtt3AsyncClient build() {
    Mqtt3AsyncClient built =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(device.clientId())
            .transportConfig(transport())
            .addDisconnectedListener(this::disconnected)
            .buildAsync();
    built.publishes(MqttGlobalPublishFilter.ALL, this::received);
    client = built;
    return built;
  }

  private MqttClientTransportConfig transport() {
    MqttClientTransportConfigBuilder transport =
        MqttClientTransportConfig.builder()
            .serverAddress(route.end())
            .socketConnectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .mqttConnectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (route.service().encrypted()) {
      // Without a verifier of its own the client compares the certificate's names with the host's.
      transport =
          transport
              .sslConfig()
              .trustManagerFactory(route.trust().authorities())
              .handshakeTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
              .applySslConfig();
    }
    return transport.build();
  }

  void connect() {
    String connectionId =
        Integer.toString(ThreadLocalRandom.current().nextInt(CONNECTION_ID_LIMIT), 36);
    Credentials login =
        Credentials.sign(device, secret, Hmac.SHA256, connectionId, Credentials.NEVER);
    Mqtt3AsyncClient built = build();
    if (over) {
      return;
    }
    var _ =
        built
            .connectWith()
            .cleanSession(true)
            .keepAlive(keepAliveSeconds)
            .simpleAuth()
            .username(login.userName())
            .password(login.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .send()
            .thenAccept(ack -> {
              accepted = true;
              if (!over) {
                tell(new LinkInput.Connected());
              } else {
                // Given up in the meantime, too early for the good-bye.
                disconnect();
              }
            });
  }

  void giveUp() {
    over = true;
    disconnect();
  }

  private void disconnect() {
    Mqtt3AsyncClient built = client;
    if (built != null) {
      var _ = built.disconnect();
    }
  }

  private Mqtt3AsyncClient connected() {
    Mqtt3AsyncClient built = client;
    if (built == null) {
      throw new IllegalStateException("not connected yet");
    }
    return built;
  }

  void subscribe() {
    if (over) {
      return;
    }
    var _ =
        connected()
            .subscribeWith()
            .addSubscription()
            .topicFilter(new Topic(TopicKind.PROPERTY_DOWN, device).name())
            .qos(MqttQos.AT_LEAST_ONCE)
            .applySubscription()
            .addSubscription()
            .topicFilter(new Topic(TopicKind.EVENT_DOWN, device).name())
            .qos(MqttQos.AT_LEAST_ONCE)
            .applySubscription()
            .send()
            .whenComplete((ack, failure) -> {
              if (failure == null) {
                tell(new LinkInput.Subscribed());
              } else {
                giveUp(Loss.NOT_PERMITTED);
              }
            });
  }

  void publish(Message.Up message) {
    if (over) {
      return;
    }
    var _ =
        connected()
            .publishWith()
            .topic(MessageCodec.topicOf(message, device).name())
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(MessageCodec.encode(message))
            .send()
            .exceptionally(failure -> {
              // What matters is sent again: events until answered, reports by the heartbeat.
              LOG.debug("{}: not sent: {}", device, failure.toString());
              return null;
            });
  }

  private void received(Mqtt3Publish publish) {
    byte[] payload = publish.getPayloadAsBytes();
    Topic.parse(publish.getTopic().toString())
        .ifPresent(topic -> {
          switch (MessageCodec.decodeDown(topic, payload)) {
            case Decoded.Understood<Message.Down>(Message.Down message) ->
                tell(new LinkInput.Received(message));
            case Decoded.Refused<Message.Down> refused ->
                LOG.warn("{}: message not understood: {}", device, refused.reason());
          }
        });
  }

  private void disconnected(MqttClientDisconnectedContext context) {
    if (context.getSource() != MqttDisconnectSource.USER) {
      LOG.debug("{}: disconnected: {}", device, context.getCause().toString());
      lost(loss(context.getCause()));
    }
  }

  private void giveUp(Loss loss) {
    lost(loss);
    disconnect();
  }

  private void lost(Loss loss) {
    tell(new LinkInput.Lost(loss, ThreadLocalRandom.current().nextDouble()));
    over = true;
  }

  private void tell(LinkInput input) {
    if (!over) {
      inbox.accept(input);
    }
  }

  private Loss loss(Throwable cause) {
    if (cause instanceof Mqtt3ConnAckException refused) {
      return switch (refused.getMqttMessage().getReturnCode()) {
        case SUCCESS, UNSUPPORTED_PROTOCOL_VERSION, SERVER_UNAVAILABLE -> Loss.SERVICE_UNAVAILABLE;
        case IDENTIFIER_REJECTED -> Loss.BAD_IDENTITY;
        case BAD_USER_NAME_OR_PASSWORD -> Loss.WRONG_SECRET;
        case NOT_AUTHORIZED -> Loss.UNKNOWN_DEVICE;
      };
    }
    if (accepted) {
      return Loss.CLOSED;
    }
    return isDistrust(cause) ? Loss.UNTRUSTED : Loss.UNREACHABLE;
  }

  /// A certificate that is not believed, has run out or bears another name.
  private static boolean isDistrust(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
