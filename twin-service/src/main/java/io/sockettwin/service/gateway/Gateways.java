package io.sockettwin.service.gateway;

import io.sockettwin.service.device.DeviceLogins;
import io.sockettwin.service.gateway.SubDevices.Ended;
import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.BindingProof;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.GatewayOperation;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.SubDevice;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers gateways about their sub-devices.
@Singleton
class Gateways implements Correspondent {
  private final SubDevices subDevices;
  private final SubDeviceSessions sessions;
  private final DeviceLogins logins;
  private final Twins twins;
  private final GatewayLink link;
  private final GatewayConfig config;

  Gateways(
      SubDevices subDevices,
      SubDeviceSessions sessions,
      DeviceLogins logins,
      Twins twins,
      GatewayLink link,
      GatewayConfig config) {
    this.subDevices = subDevices;
    this.sessions = sessions;
    this.logins = logins;
    this.twins = twins;
    this.link = link;
    this.config = config;
  }

  @Override
  public boolean hears(Message.Up message) {
    return message instanceof Message.Gateway;
  }

  @Override
  public void receive(DeviceKey gateway, Message.Up message, Instant receivedAt) {
    var request = (Message.Gateway) message;
    List<SubDevice.Result> results = new ArrayList<>();
    if (request.operation() == GatewayOperation.DESCRIBE_SUB_DEVICES) {
      subDevices.of(gateway).forEach(device -> results.add(result(device, GatewayResult.OK)));
    }
    for (SubDevice sub : request.devices()) {
      results.add(result(sub.device(), carryOut(request.operation(), gateway, sub, receivedAt)));
    }
    switch (request.operation()) {
      case BIND, UNBIND -> changed(gateway);
      case ONLINE, OFFLINE, DESCRIBE_SUB_DEVICES -> {}
    }
    twins.send(gateway, new Message.GatewayReply(request.operation().word(), results));
  }

  /// A gateway may use new topics before it hears that it is bound.
  void changed(DeviceKey gateway) {
    subDevices.changed(gateway);
    link.permit(gateway, subDevices.of(gateway));
  }

  private GatewayResult carryOut(
      GatewayOperation operation, DeviceKey gateway, SubDevice sub, Instant at) {
    return switch (operation) {
      case BIND -> bind(gateway, sub, at);
      case UNBIND -> unbind(gateway, sub.device(), at);
      case ONLINE -> sessions.begin(gateway, sub.device(), at);
      case OFFLINE -> sessions.end(gateway, sub.device(), at);
      // Its request names no devices.
      case DESCRIBE_SUB_DEVICES -> GatewayResult.BAD_PARAMETER;
    };
  }

  private GatewayResult bind(DeviceKey gateway, SubDevice sub, Instant at) {
    BindingProof proof = sub.proof();
    if (proof == null) {
      return GatewayResult.BAD_PARAMETER;
    }
    if (!proof.isSupported()) {
      return GatewayResult.METHOD_UNSUPPORTED;
    }
    Optional<DeviceSecret> secret = logins.secret(sub.device());
    if (secret.isEmpty()) {
      return GatewayResult.UNKNOWN_DEVICE;
    }
    if (!proof.verify(sub.device(), secret.get())) {
      return GatewayResult.BAD_SIGNATURE;
    }
    if (isExpired(proof, at)) {
      return GatewayResult.SIGNATURE_EXPIRED;
    }
    return subDevices.bind(sub.device(), gateway, config.maxSubDevices(), at);
  }

  private boolean isExpired(BindingProof proof, Instant at) {
    return config
        .signatureTolerance()
        .map(Duration::toSeconds)
        .filter(seconds -> Math.abs(at.getEpochSecond() - proof.timestampSeconds()) > seconds)
        .isPresent();
  }

  GatewayResult unbind(DeviceKey gateway, DeviceKey device, Instant at) {
    Optional<SubDeviceRow> row = subDevices.unbind(device, gateway);
    row.ifPresent(it -> sessions.gone(new Ended(device, it.session), at));
    return row.isPresent() ? GatewayResult.OK : GatewayResult.NOT_BOUND_TO_THIS_GATEWAY;
  }

  @Override
  public boolean follows(DeviceKey device) {
    return sessions.isHeldBy(device);
  }

  @Override
  public void left(DeviceKey gateway, Instant at) {
    sessions.endAll(gateway, at);
  }

  private static SubDevice.Result result(DeviceKey device, GatewayResult result) {
    return new SubDevice.Result(device, result.code());
  }
}
