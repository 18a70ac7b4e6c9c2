package io.sockettwin.mqttbroker.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValveTest {
  private final Valve valve = new Valve(4);
  private int goneOn;

  private void hold() {
    valve.hold(() -> goneOn++);
  }

  @Test
  void letsAsManyPassAsTheLimit() {
    for (int i = 0; i < 4; i++) {
      assertThat(valve.enter()).isTrue();
    }
    assertThat(valve.enter()).isFalse();
    assertThat(valve.underWay()).isEqualTo(5);
  }

  @Test
  void letsGoWhenHalfIsLeft() {
    for (int i = 0; i < 5; i++) {
      valve.enter();
    }
    hold();
    hold();
    valve.leave();
    valve.leave();
    assertThat(goneOn).isZero();
    valve.leave();
    assertThat(goneOn).isEqualTo(2);
  }

  @Test
  void holdsNobodyWhenThereIsRoomAlready() {
    hold();
    assertThat(goneOn).isEqualTo(1);
  }
}
