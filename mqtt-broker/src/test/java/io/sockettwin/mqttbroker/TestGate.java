package io.sockettwin.mqttbroker;

import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.mqttbroker.gate.Standing;
import java.util.List;

/// Admits devices of product `PRODUCT001` with the password `right`, and the client `service`.
final class TestGate implements Gate {

  static final String PRODUCT = "PRODUCT001";

  @Override
  public Admission admit(Login login) {
    if (login.clientId().equals("service")) {
      return new Admitted(
          Standing.SERVICE,
          List.of("$thing/down/#", "test/#"),
          List.of("$thing/up/#", "test/#", SessionNotice.FILTER),
          null);
    }
    if (login.clientId().startsWith("FAULTY")) {
      throw new IllegalStateException("database away");
    }
    if (!login.clientId().startsWith(PRODUCT)) {
      return new Refused(Refusal.NOT_AUTHORIZED, "unknown product");
    }
    if (login.username() == null || !login.username().startsWith(login.clientId() + ";")) {
      return new Refused(Refusal.CLIENT_ID, "client id and user name differ");
    }
    if (!"right".equals(login.password())) {
      return new Refused(Refusal.CREDENTIALS, "wrong password");
    }
    String device = login.clientId().substring(PRODUCT.length());
    String own = PRODUCT + "/" + device;
    return new Admitted(
        Standing.DEVICE,
        List.of("$thing/up/property/" + own, "$thing/up/event/" + own),
        List.of("$thing/down/property/" + own, "$rrpc/rxd/" + own + "/+"),
        own);
  }
}
