package io.sockettwin.service.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.PostedEvent;
import java.util.List;
import java.util.stream.Collectors;

/// What a message means, in a few words for somebody who does not know the protocol by heart. The
/// values are in the message itself.
final class Meaning {
  private Meaning() {}

  static String of(Message message) {
    return switch (message) {
      case Message.Up up -> up(up);
      case Message.Down down -> down(down);
    };
  }

  private static String up(Message.Up message) {
    return switch (message) {
      case Message.Report report -> "reports " + names(report.params());
      case Message.GetStatus _ -> "asks for its state and for what is pending";
      case Message.ControlReply reply -> "answers a control: " + outcome(reply.code());
      case Message.ClearControl _ -> "clears what was pending";
      case Message.ReportInfo info -> "says of itself " + names(info.params());
      case Message.EventPost post -> "posts " + events(post.events());
      case Message.ActionReply reply -> "answers an action: " + outcome(reply.code());
      case Message.AppBindToken _ -> "presents a user's token to be bound";
      case Message.GetModelDefine _ -> "asks for its data template";
      case Message.ServiceRequest request -> "asks for the service " + request.method();
      case Message.GetTime _ -> "asks for the time";
      case Message.FirmwareVersion version -> "runs firmware " + version.version();
      case Message.FirmwareProgress progress ->
          "updates its firmware: " + progress.state() + ", " + progress.percent() + " %";
      case Message.GetLogLevel _ -> "asks how much it should log";
      case Message.Gateway gateway ->
          "speaks for " + gateway.devices().size() + " sub-devices: " + gateway.operation();
      case Message.RemoteCallReply _ -> "answers a synchronous call";
      case Message.RawUp raw ->
          "sends data of its own kind, " + raw.payload().remaining() + " bytes";
    };
  }

  private static String down(Message.Down message) {
    return switch (message) {
      case Message.ReportReply reply -> "answers a report: " + outcome(reply.code());
      case Message.GetStatusReply reply ->
          reply.control() == null
              ? "tells the state"
              : "tells the state, pending " + names(reply.control());
      case Message.Control control -> "wants " + names(control.params());
      case Message.ClearControlReply reply -> "answers a clearing: " + outcome(reply.code());
      case Message.ReportInfoReply reply -> "answers device information: " + outcome(reply.code());
      case Message.EventReply reply -> "answers an event: " + outcome(reply.code());
      case Message.Action action -> "asks for the action " + action.actionId();
      case Message.ModelDefine reply -> "answers with the data template: " + outcome(reply.code());
      case Message.ServiceReply reply ->
          "answers the service " + reply.method() + ": " + outcome(reply.code());
      case Message.BindDevice _ -> "says that it is bound";
      case Message.UnbindDevice _ -> "says that it is no longer bound";
      case Message.Time _ -> "tells the time";
      case Message.FirmwareVersionReply reply ->
          "answers a firmware version: " + outcome(reply.code());
      case Message.UpdateFirmware update -> "orders firmware " + update.version();
      case Message.LogLevel level -> "sets the log level to " + level.level();
      case Message.GatewayReply reply -> "answers a gateway: " + reply.type();
      case Message.GatewayChange change ->
          (change.bound() ? "binds " : "unbinds ") + change.devices().size() + " sub-devices";
      case Message.RemoteCall _ -> "calls it synchronously";
      case Message.RawDown raw ->
          "sends data of its own kind, " + raw.payload().remaining() + " bytes";
    };
  }

  private static String names(JsonNode object) {
    return object.properties().stream().map(it -> it.getKey()).collect(Collectors.joining(", "));
  }

  private static String events(List<PostedEvent> events) {
    return events.stream().map(PostedEvent::eventId).collect(Collectors.joining(", "));
  }

  private static String outcome(int code) {
    return code == 0 ? "accepted" : "refused with " + code;
  }
}
