package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.configuration.service.MqttConfigurationService;
import com.hivemq.configuration.service.PersistenceConfigurationService.PersistenceMode;
import com.hivemq.configuration.service.entity.TcpListener;
import com.hivemq.configuration.service.entity.WebsocketListener;
import com.hivemq.configuration.service.impl.ConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.MqttConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.PersistenceConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.RestrictionsConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.SecurityConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.listener.ListenerConfigurationServiceImpl;
import com.hivemq.migration.meta.PersistenceType;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.statistics.UsageStatisticsConfigImpl;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import java.util.List;

/// Our settings and limits in HiveMQ's terms, without its XML files.
final class Configuration {

  private Configuration() {}

  static FullConfigurationService of(BrokerSettings settings) {
    var configuration =
        new ConfigurationServiceImpl(
            new ListenerConfigurationServiceImpl(),
            new MqttConfigurationServiceImpl(),
            new RestrictionsConfigurationServiceImpl(),
            new SecurityConfigurationServiceImpl(),
            new UsageStatisticsConfigImpl(),
            new PersistenceConfigurationServiceImpl());
    addListeners(configuration, settings);
    limit(configuration.mqttConfiguration());
    var restrictions = configuration.restrictionsConfiguration();
    restrictions.setMaxClientIdLength(Limits.MAX_CLIENT_ID_LENGTH);
    restrictions.setMaxTopicLength(Limits.MAX_TOPIC_LENGTH);
    restrictions.setNoConnectIdleTimeout(Limits.CONNECT_PATIENCE.toMillis());
    configuration.securityConfiguration().setAllowServerAssignedClientId(false);
    configuration.usageStatisticsConfiguration().setEnabled(false);
    configuration
        .persistenceConfigurationService()
        .setMode(
            switch (settings.durability()) {
              case FILE -> PersistenceMode.FILE;
              case MEMORY -> PersistenceMode.IN_MEMORY;
            });
    return configuration;
  }

  private static void addListeners(
      FullConfigurationService configuration, BrokerSettings settings) {
    var listeners = configuration.listenerConfiguration();
    listeners.addListener(new TcpListener(settings.port(), settings.bindAddress(), "tcp"));
    settings
        .webSocketPort()
        .ifPresent(port ->
            listeners.addListener(
                new WebsocketListener.Builder()
                    .port(port)
                    .bindAddress(settings.bindAddress())
                    .path("/mqtt")
                    .subprotocols(List.of("mqtt"))
                    .name("websocket")
                    .build()));
  }

  private static void limit(MqttConfigurationService mqtt) {
    mqtt.setMaximumQos(QoS.AT_LEAST_ONCE);
    mqtt.setMaxPacketSize(Limits.MAX_PACKET_BYTES);
    mqtt.setServerReceiveMaximum(Limits.IN_FLIGHT_MESSAGES_FROM_A_CLIENT);
    mqtt.setMaxQueuedMessages(Limits.QUEUED_MESSAGES_OF_THE_SERVICE);
    mqtt.setQueuedMessagesStrategy(MqttConfigurationService.QueuedMessagesStrategy.DISCARD);
    mqtt.setMaxSessionExpiryInterval(Limits.MAX_SESSION_EXPIRY.toSeconds());
    // Switched off, a retain bit would close the connection; TopicGuard ignores a device's instead.
    mqtt.setRetainedMessagesEnabled(true);
    mqtt.setWildcardSubscriptionsEnabled(true);
    // Above about 10 000 messages/s their delivery collapsed in our measurements.
    mqtt.setSharedSubscriptionsEnabled(false);
    mqtt.setKeepAliveAllowZero(true);
    mqtt.setKeepAliveMax(Limits.MAX_KEEP_ALIVE_SECONDS);
  }

  /// HiveMQ's switches that have no place in its configuration. They are static, hence per class
  /// loader, hence per broker.
  static void setInternals(BrokerSettings settings) {
    InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(true);
    InternalConfigurations.AUTH_PROCESS_TIMEOUT_SEC.set((int) Limits.GATE_PATIENCE.toSeconds());
    InternalConfigurations.MQTT_ALLOW_DOLLAR_TOPICS.set(true);
    InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = settings.inFlightMessages();
    InternalConfigurations.QOS_0_MEMORY_LIMIT_PER_CLIENT_BYTES.set(
        Limits.QOS_0_BYTES_WAITING_PER_CLIENT);
    InternalConfigurations.PAYLOAD_PERSISTENCE_TYPE.set(PersistenceType.FILE);
    InternalConfigurations.RETAINED_MESSAGE_PERSISTENCE_TYPE.set(PersistenceType.FILE);
    InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(Limits.PERSISTENCE_BUCKETS);
    InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(Limits.PERSISTENCE_BUCKETS);
    InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(
        (int) Limits.SHUTDOWN_GRACE.toMillis());
    InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
  }
}
