package io.sockettwin.twin;

import io.sockettwin.thing.Check;
import io.sockettwin.wire.GatewayOperation;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.SubDevice;
import java.util.List;

/// Requests this platform does not serve get a proper reply, so that no client waits for one.
final class Refusals {
  /// Gateway results (protocol section 18).
  private static final int NOT_BOUND_TO_THIS_GATEWAY = -1;

  private static final int METHOD_UNSUPPORTED = 804;

  private Refusals() {}

  static void answer(Turn turn, Message.AppBindToken bind) {
    turn.send(
        new Message.ServiceReply(
            bind.clientToken(), "app_bind_token", Check.NOT_DEFINED, "unknown token"));
  }

  static void answer(Turn turn, Message.ServiceRequest request) {
    turn.send(
        new Message.ServiceReply(
            request.clientToken(), request.method(), Check.NOT_DEFINED, "not supported"));
  }

  /// There are no sub-devices: none can be bound, so none is.
  static void answer(Turn turn, Message.Gateway request) {
    List<SubDevice.Result> results =
        request.operation() == GatewayOperation.DESCRIBE_SUB_DEVICES
            ? List.of()
            : request.devices().stream()
                .map(sub -> new SubDevice.Result(sub.device(), result(request.operation())))
                .toList();
    turn.send(new Message.GatewayReply(request.operation(), results));
  }

  private static int result(GatewayOperation operation) {
    return operation == GatewayOperation.BIND ? METHOD_UNSUPPORTED : NOT_BOUND_TO_THIS_GATEWAY;
  }
}
