package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that device and cloud say to each other (protocol sections 5 to 9). Values are raw JSON
/// here; the data template checks them.
public sealed interface Message {

  /// From the device to the cloud.
  sealed interface Up extends Message {}

  /// From the cloud to the device.
  sealed interface Down extends Message {}

  /// `automation` false asks that no rule be triggered.
  record Report(
      ClientToken clientToken,
      @Nullable Instant at,
      ObjectNode params,
      @Nullable ObjectNode metadata,
      boolean automation)
      implements Up {
    public Report(ClientToken clientToken, @Nullable Instant at, ObjectNode params) {
      this(clientToken, at, params, null, true);
    }
  }

  record ReportReply(ClientToken clientToken, int code, String status) implements Down {}

  record GetStatus(ClientToken clientToken, StatusScope scope, boolean metadata) implements Up {}

  /// `control` is null unless something is pending: clients act on its mere presence. `metadata`
  /// mirrors the halves it belongs to: `{"reported":{"power_switch":{"timestamp":1628646783000}}}`.
  record GetStatusReply(
      ClientToken clientToken,
      int code,
      String status,
      StatusScope scope,
      @Nullable ObjectNode reported,
      @Nullable ObjectNode control,
      @Nullable ObjectNode metadata)
      implements Down {}

  record Control(ClientToken clientToken, ObjectNode params) implements Down {}

  record ControlReply(ClientToken clientToken, int code, String status) implements Up {}

  record ClearControl(ClientToken clientToken) implements Up {}

  record ClearControlReply(ClientToken clientToken, int code, String status) implements Down {}

  record ReportInfo(ClientToken clientToken, ObjectNode params) implements Up {}

  record ReportInfoReply(ClientToken clientToken, int code, String status) implements Down {}

  /// One event, or with `batch` several under the method events_post.
  record EventPost(
      ClientToken clientToken, @Nullable String version, boolean batch, List<PostedEvent> events)
      implements Up {
    public EventPost {
      events = List.copyOf(events);
    }
  }

  /// The version is echoed only when the device sent one.
  record EventReply(
      ClientToken clientToken, @Nullable String version, boolean batch, int code, String status)
      implements Down {}

  record Action(ClientToken clientToken, String actionId, Instant at, ObjectNode params)
      implements Down {}

  record ActionReply(ClientToken clientToken, int code, String status, ObjectNode response)
      implements Up {}

  /// Wi-Fi provisioning: the token an app user gave the device.
  record AppBindToken(ClientToken clientToken, String bindToken) implements Up {}

  record GetModelDefine(ClientToken clientToken) implements Up {}

  record ModelDefine(ClientToken clientToken, int code, ObjectNode model) implements Down {}

  /// Any other method of the service topic, known to the vendor or not.
  record ServiceRequest(ClientToken clientToken, String method, ObjectNode body) implements Up {}

  /// The answer to a service request; `method` is the request's.
  record ServiceReply(ClientToken clientToken, String method, int code, String status)
      implements Down {}

  record BindDevice(ClientToken clientToken, Instant at) implements Down {}

  record UnbindDevice(ClientToken clientToken, Instant at) implements Down {}

  record GetTime() implements Up {}

  record Time(Instant receivedAt, Instant sentAt) implements Down {}

  record FirmwareVersion(String version) implements Up {}

  record FirmwareVersionReply(int code, String status) implements Down {}

  record UpdateFirmware(String version, String url, long sizeBytes, String md5) implements Down {}

  /// `state` is downloading, burning, done or fail.
  record FirmwareProgress(String version, String state, int percent, int code, String status)
      implements Up {}

  record GetLogLevel(ClientToken clientToken) implements Up {}

  /// 0 off, 1 error, 2 warn, 3 info, 4 debug.
  record LogLevel(ClientToken clientToken, int level) implements Down {}

  record Gateway(GatewayOperation operation, List<SubDevice> devices) implements Up {
    public Gateway {
      devices = List.copyOf(devices);
    }
  }

  /// What a gateway hears of its request.
  ///
  /// @param type that of the request: a [GatewayOperation#word], or whatever the gateway asked for
  record GatewayReply(String type, List<SubDevice.Result> devices) implements Down {
    public GatewayReply {
      devices = List.copyOf(devices);
    }
  }

  /// The cloud bound or unbound sub-devices by itself.
  record GatewayChange(boolean bound, List<DeviceKey> devices) implements Down {
    public GatewayChange {
      devices = List.copyOf(devices);
    }
  }

  /// A synchronous call; the device answers with the same process id within 4 s.
  record RemoteCall(String processId, ByteBuffer payload) implements Down {}

  record RemoteCallReply(String processId, ByteBuffer payload) implements Up {}

  /// Bytes whose meaning is the product's own: raw data and the hub's user topics.
  record RawUp(TopicKind kind, ByteBuffer payload) implements Up {}

  /// Raw data, broadcasts and the hub's user topics.
  record RawDown(TopicKind kind, ByteBuffer payload) implements Down {}
}
