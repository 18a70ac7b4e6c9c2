package io.sockettwin.service.homeassistant.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// The connection with Home Assistant's broker, made again for ever when it is lost. MQTT 3.1.1,
/// which every broker speaks.
public final class HomeBroker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HomeBroker.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;
  private static final byte[] OFFLINE = "offline".getBytes(StandardCharsets.UTF_8);

  private final String service;
  private final Mqtt3AsyncClient client;
  private volatile boolean told;
  private volatile boolean closing;

  /// A connection that is yet to be made.
  ///
  /// @param status where it is kept that the service is gone, by the broker if need be
  /// @param filters of the messages to hear
  /// @param connected is called after each connection that was made, on the connection's thread
  /// @param heard is given each message, on the connection's thread
  public HomeBroker(
      Login login, String status, List<String> filters, Runnable connected, Consumer<Heard> heard) {
    service = status;
    URI address = login.address();
    Mqtt3ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(login.clientId())
            .serverHost(address.getHost())
            .automaticReconnect()
            .initialDelay(FIRST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
            .maxDelay(LAST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .executorConfig()
            .nettyThreads(1)
            .applyExecutorConfig()
            .willPublish(will())
            .addDisconnectedListener(this::lost)
            .addConnectedListener(_ -> {
              LOG.infof("Connected to Home Assistant's broker %s", address);
              told = false;
              subscribe(filters);
              connected.run();
            });
    boolean tls = address.getScheme().equals("mqtts");
    int port = tls ? TLS_PORT : PLAIN_PORT;
    builder = builder.serverPort(address.getPort() < 0 ? port : address.getPort());
    if (tls) {
      builder = builder.sslWithDefaultConfig();
    }
    if (login.username().isPresent()) {
      builder =
          builder
              .simpleAuth()
              .username(login.username().get())
              .password(login.password().orElse("").getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    client = builder.buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        it ->
            heard.accept(
                new Heard(it.getTopic().toString(), it.getPayloadAsBytes(), it.isRetain())));
  }

  public void open() {
    var _ = client.connectWith().keepAlive(KEEP_ALIVE_SECONDS).send();
  }

  public boolean connected() {
    return client.getState().isConnected();
  }

  /// Publishes a message that the broker keeps, and waits until it has it.
  ///
  /// @throws CompletionException if it does not take it in time
  public void keep(String topic, byte[] payload) {
    client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload(payload)
        .send()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public void close() {
    closing = true;
    if (connected()) {
      keep(service, OFFLINE);
      client.disconnect().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  private Mqtt3Publish will() {
    return Mqtt3Publish.builder()
        .topic(service)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload(OFFLINE)
        .build();
  }

  private void subscribe(List<String> filters) {
    Mqtt3Subscribe all =
        Mqtt3Subscribe.builder()
            .addSubscriptions(
                filters.stream()
                    .map(filter ->
                        Mqtt3Subscription.builder()
                            .topicFilter(filter)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .build()))
            .build();
    var _ =
        client
            .subscribe(all)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.errorf(
                    "Home Assistant's broker takes no subscription: %s", failure.getMessage());
              }
            });
  }

  /// Once for each time the connection is lost, not for each attempt.
  private void lost(MqttClientDisconnectedContext context) {
    if (closing) {
      context.getReconnector().reconnect(false);
    } else if (!told) {
      told = true;
      LOG.warnf("Not connected to Home Assistant's broker: %s", context.getCause().getMessage());
    }
  }
}
