package io.sockettwin.service.broker;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.mqtt.session.ConstantReconnectDelayOptions;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSessionOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// How the stock connector reaches the broker, whose port and password are known only at the start.
@Singleton
class BroadcastOptions {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;
  private static final int IN_FLIGHT = 64;
  private static final Duration RETRY = Duration.ofSeconds(2);

  @Produces
  @Identifier(BroadcastChannel.CHANNEL)
  @Singleton
  MqttClientSessionOptions options(BrokerHost host, ServiceLogin login) {
    InetSocketAddress address = host.address();
    return new MqttClientSessionOptions()
        .setHostname(address.getHostString())
        .setPort(address.getPort())
        .setClientId(login.broadcastClientId())
        .setUsername(login.username())
        .setPassword(new String(login.password(), StandardCharsets.UTF_8))
        .setCleanSession(true)
        .setMaxInflightQueue(IN_FLIGHT)
        .setMaxMessageSize(MAX_MESSAGE_BYTES)
        .setReconnectDelay(new ConstantReconnectDelayOptions().setDelay(RETRY));
  }
}
