package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.Retain;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.SharedSubscription;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import java.util.List;

/// What a gate has granted, in HiveMQ's terms.
final class Permissions {

  private Permissions() {}

  static void grant(Admitted admitted, ModifiableDefaultPermissions permissions) {
    grant(admitted.publish(), admitted.subscribe(), permissions);
  }

  static void grant(
      List<String> publish, List<String> subscribe, ModifiableDefaultPermissions permissions) {
    permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
    publish.forEach(filter -> permissions.add(permission(filter, MqttActivity.PUBLISH)));
    subscribe.forEach(filter -> permissions.add(permission(filter, MqttActivity.SUBSCRIBE)));
  }

  private static TopicPermission permission(String filter, MqttActivity activity) {
    return Builders.topicPermission()
        .topicFilter(filter)
        .type(TopicPermission.PermissionType.ALLOW)
        .activity(activity)
        .retain(Retain.NOT_RETAINED)
        .sharedSubscription(SharedSubscription.NOT_SHARED)
        .build();
  }
}
