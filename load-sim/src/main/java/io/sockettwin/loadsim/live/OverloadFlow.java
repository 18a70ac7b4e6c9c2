package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.loadsim.scenario.OverloadRule;
import io.sockettwin.thing.DeviceKey;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The rule of a run at the service: each overload raises an alarm, and a webhook tells of it. It
/// watches the devices of the run alone.
final class OverloadFlow {

  /// Devices that one flow of the service may name.
  private static final int MAX_DEVICES = 1_000;

  private static final int SECRET_BYTES = 32;

  private final Api api;
  private final List<String> flows = new ArrayList<>();
  private String channel = "";

  OverloadFlow(Api api) {
    this.api = api;
  }

  List<String> ids() {
    return List.copyOf(flows);
  }

  /// @throws CannotRun if the service does not want to push to this machine
  void create(String runId, List<DeviceKey> devices, URI receiver) {
    channel = created("/api/channels", channel(runId, receiver));
    for (int from = 0; from < devices.size(); from += MAX_DEVICES) {
      int to = Math.min(from + MAX_DEVICES, devices.size());
      flows.add(created("/api/flows", flow(runId, devices.subList(from, to))));
    }
  }

  void delete() {
    flows.forEach(id -> api.delete("/api/flows/" + id));
    if (!channel.isEmpty()) {
      api.delete("/api/channels/" + channel);
    }
  }

  private String created(String path, ObjectNode draft) {
    Api.Answer answer = api.post(path, draft);
    if (!answer.good()) {
      throw new CannotRun(
          "alarms are not followed, since the service does not push to this machine (it would need"
              + " sockettwin.push.allowed-networks=127.0.0.0/8): "
              + answer.problem());
    }
    return answer.body().path("id").asText();
  }

  private static ObjectNode channel(String runId, URI receiver) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    ObjectNode draft = node().put("name", "load-sim " + runId).put("kind", "webhook");
    draft.putObject("settings").put("url", receiver.toString());
    draft.putObject("secrets").put("secret", "whsec_" + Base64.getEncoder().encodeToString(secret));
    return draft;
  }

  private ObjectNode flow(String runId, List<DeviceKey> devices) {
    ObjectNode draft =
        OverloadRule.json()
            .put("productId", devices.getFirst().productId())
            .put("severity", "critical")
            .put("mode", "live");
    draft.set("name", texts("load-sim " + runId));
    draft.set("title", texts("Overload: $device"));
    draft.set("text", texts("Found by load-sim " + runId));
    draft.putObject("outputs").putArray("push").add(channel);
    var names = draft.putObject("scope").putArray("devices");
    devices.forEach(device -> names.add(device.deviceName()));
    return draft;
  }

  private static ObjectNode texts(String text) {
    return node().put("en", text).put("zh", text);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
