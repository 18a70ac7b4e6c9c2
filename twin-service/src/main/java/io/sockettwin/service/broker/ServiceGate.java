package io.sockettwin.service.broker;

import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import io.sockettwin.mqttbroker.gate.Standing;
import io.sockettwin.service.device.DeviceLogin;
import io.sockettwin.service.device.DeviceLogins;
import io.sockettwin.service.gateway.SubDevices;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;

/// Who may enter the broker: the service itself and the devices. Asked by the embedded broker and
/// over HTTP by an external one.
@Singleton
final class ServiceGate implements Gate {
  private static final Admission WRONG_PASSWORD =
      new Admission.Refused(Refusal.CREDENTIALS, "wrong password");

  private final ServiceLogin serviceLogin;
  private final DeviceLogins devices;
  private final SubDevices subDevices;

  ServiceGate(ServiceLogin serviceLogin, DeviceLogins devices, SubDevices subDevices) {
    this.serviceLogin = serviceLogin;
    this.devices = devices;
    this.subDevices = subDevices;
  }

  @Override
  public Admission admit(Login login) {
    if (login.clientId().equals(serviceLogin.clientId())) {
      return serviceLogin.matches(login) ? serviceLogin.admitted() : WRONG_PASSWORD;
    }
    if (login.clientId().equals(serviceLogin.broadcastClientId())) {
      return serviceLogin.matches(login) ? serviceLogin.broadcaster() : WRONG_PASSWORD;
    }
    var answer = devices.admit(login.clientId(), login.username(), login.password(), Instant.now());
    return switch (answer) {
      case DeviceLogin.Admitted(var device) -> {
        DeviceTopics topics = new DeviceTopics(device, subDevices.of(device));
        yield new Admission.Admitted(
            Standing.DEVICE, topics.publish(), topics.subscribe(), device.toString());
      }
      case DeviceLogin.Refused(int connackCode, String reason) ->
          new Admission.Refused(refusal(connackCode), reason);
    };
  }

  private static Refusal refusal(int connackCode) {
    return Arrays.stream(Refusal.values())
        .filter(refusal -> refusal.code() == connackCode)
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("CONNACK code " + connackCode));
  }
}
