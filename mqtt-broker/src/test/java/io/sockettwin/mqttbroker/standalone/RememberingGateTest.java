package io.sockettwin.mqttbroker.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import io.sockettwin.mqttbroker.gate.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingGateTest {

  private static final Admission ADMITTED =
      new Admitted(Standing.DEVICE, List.of("a"), List.of("b"), "p/d");
  private static final Admission REFUSED = new Refused(Refusal.CREDENTIALS, "wrong");

  private Instant now = Instant.parse("2026-11-23T00:00:00Z");
  private Admission answer = ADMITTED;
  private int questions;
  private final RememberingGate gate =
      new RememberingGate(
          login -> {
            questions++;
            if (login.clientId().equals("broken")) {
              throw new IOException("away");
            }
            return answer;
          },
          () -> now);

  @Test
  void asksOnceWithinTheMemory() throws Exception {
    assertThat(gate.admit(login("right"))).isEqualTo(ADMITTED);
    now = now.plus(RememberingGate.MEMORY).minusMillis(1);
    answer = REFUSED;
    assertThat(gate.admit(login("right"))).isEqualTo(ADMITTED);
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void asksAgainAfterwards() throws Exception {
    gate.admit(login("right"));
    now = now.plus(RememberingGate.MEMORY);
    answer = REFUSED;
    assertThat(gate.admit(login("right"))).isEqualTo(REFUSED);
    answer = ADMITTED;
    assertThat(gate.admit(login("right"))).isEqualTo(ADMITTED);
    assertThat(questions).isEqualTo(3);
  }

  @Test
  void asksAgainWhenTheServiceHasChangedItsMind() throws Exception {
    gate.admit(login("right"));
    answer = REFUSED;
    gate.forget("another");
    assertThat(gate.admit(login("right"))).isEqualTo(ADMITTED);
    gate.forget("client");
    assertThat(gate.admit(login("right"))).isEqualTo(REFUSED);
  }

  @Test
  void asksForEveryOtherPassword() throws Exception {
    gate.admit(login("right"));
    answer = REFUSED;
    assertThat(gate.admit(login("wrong"))).isEqualTo(REFUSED);
    assertThat(gate.admit(login("right"))).isEqualTo(ADMITTED);
  }

  @Test
  void passesFailuresOn() {
    var login = new Login("broken", null, null, "");
    assertThatThrownBy(() -> gate.admit(login)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> gate.admit(login)).isInstanceOf(IOException.class);
    assertThat(questions).isEqualTo(2);
  }

  private static Login login(String password) {
    return new Login("client", "user", password, "10.0.0.1");
  }
}
