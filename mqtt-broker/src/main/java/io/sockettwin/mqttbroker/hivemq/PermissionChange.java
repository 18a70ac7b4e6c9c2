package io.sockettwin.mqttbroker.hivemq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hivemq.bootstrap.ClientConnection;
import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.subscription.TopicSubscription;
import com.hivemq.mqtt.handler.publish.DefaultPermissionsEvaluator;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.message.subscribe.Topic;
import com.hivemq.persistence.connection.ConnectionPersistence;
import io.netty.channel.Channel;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.PermissionNotice;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out [PermissionNotice]s of the service: in the network thread of the client concerned,
/// which is the one that asks for permissions. Subscriptions that are no longer permitted end, and
/// so does the connection of a client that may use nothing any more.
final class PermissionChange {

  private static final Logger LOG = LoggerFactory.getLogger(PermissionChange.class);

  private final Gate gate;
  private final ConnectionPersistence connections;
  private final JsonMapper json = new JsonMapper();

  PermissionChange(Gate gate, ConnectionPersistence connections) {
    this.gate = gate;
    this.connections = connections;
  }

  /// Whether the message was one of these, and so goes no further.
  boolean take(PUBLISH publish) {
    if (!PermissionNotice.isTopic(publish.getTopic())) {
      return false;
    }
    String clientId = PermissionNotice.clientId(publish.getTopic());
    try {
      JsonNode notice = json.readTree(publish.getPayload());
      List<String> mayPublish = texts(notice.path("publish"));
      List<String> maySubscribe = texts(notice.path("subscribe"));
      gate.forget(clientId);
      if (mayPublish.isEmpty() && maySubscribe.isEmpty()) {
        disconnect(clientId);
        return true;
      }
      ClientConnection connection = connections.get(clientId);
      if (connection != null) {
        Channel channel = connection.getChannel();
        channel.eventLoop().execute(() -> change(channel, clientId, mayPublish, maySubscribe));
      }
    } catch (IOException e) {
      LOG.warn("{}: not a permission notice: {}", clientId, e.getMessage());
    }
    return true;
  }

  private static void disconnect(String clientId) {
    var _ =
        Services.clientService()
            .disconnectClient(
                clientId, false, DisconnectReasonCode.NOT_AUTHORIZED, "no longer permitted")
            .whenComplete((done, failure) -> {
              if (failure != null) {
                LOG.warn("{}: not disconnected", clientId, failure);
              }
            });
  }

  private static void change(
      Channel channel, String clientId, List<String> mayPublish, List<String> maySubscribe) {
    ModifiableDefaultPermissions permissions =
        ClientConnectionContext.of(channel).getAuthPermissions();
    if (permissions != null) {
      permissions.clear();
      Permissions.grant(mayPublish, maySubscribe, permissions);
      endForbidden(clientId, permissions);
    }
  }

  /// Ends subscriptions from the time when more was permitted, kept in a session.
  static void endForbidden(String clientId, ModifiableDefaultPermissions permissions) {
    var _ =
        Services.subscriptionStore()
            .getSubscriptions(clientId)
            .thenCompose(kept -> end(clientId, forbidden(permissions, kept)))
            .whenComplete((done, failure) -> {
              if (failure != null) {
                LOG.warn("{}: subscriptions not revised", clientId, failure);
              }
            });
  }

  private static Set<String> forbidden(
      ModifiableDefaultPermissions permissions, Set<TopicSubscription> kept) {
    return kept.stream()
        .map(TopicSubscription::getTopicFilter)
        .filter(filter -> !mayKeep(permissions, filter))
        .collect(Collectors.toSet());
  }

  private static CompletableFuture<Void> end(String clientId, Set<String> filters) {
    return filters.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : Services.subscriptionStore().removeSubscriptions(clientId, filters);
  }

  private static boolean mayKeep(ModifiableDefaultPermissions permissions, String filter) {
    return DefaultPermissionsEvaluator.checkSubscription(
        permissions, new Topic(filter, QoS.AT_LEAST_ONCE));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
