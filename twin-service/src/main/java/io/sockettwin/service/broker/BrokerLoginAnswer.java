package io.sockettwin.service.broker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// EMQX's answer; `refusal` and `text` are ours, which it ignores.
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrokerLoginAnswer(
    String result,
    @JsonProperty("is_superuser") boolean superuser,
    @Nullable List<Rule> acl,
    @JsonProperty("client_attrs") @Nullable Map<String, String> attributes,
    @Nullable String refusal,
    @Nullable String text) {

  static BrokerLoginAnswer allow(Admitted admitted) {
    return new BrokerLoginAnswer(
        "allow",
        admitted.standing() == Standing.SERVICE,
        Stream.concat(
                admitted.publish().stream().map(topic -> new Rule("allow", "publish", topic)),
                admitted.subscribe().stream().map(topic -> new Rule("allow", "subscribe", topic)))
            .toList(),
        admitted.sessionName() == null ? null : Map.of("session", admitted.sessionName()),
        null,
        null);
  }

  static BrokerLoginAnswer deny(Refused refused) {
    return new BrokerLoginAnswer(
        "deny", false, null, null, refused.refusal().name(), refused.text());
  }

  record Rule(String permission, String action, String topic) {}
}
