package io.sockettwin.agent.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GpioRelayTest {

  private final FakeContact pin = new FakeContact();
  private final GpioRelay relay = new GpioRelay(pin);

  @Test
  void drivesItsPin() {
    relay.close();
    relay.open();

    assertThat(pin.done).containsExactly("on", "off");
  }

  @Test
  void opensWithTheNextRefreshWhenItsPinFailedToOpen() {
    relay.close();
    pin.broken = true;
    relay.open();
    assertThat(pin.active).isTrue();

    pin.broken = false;
    relay.refresh();
    assertThat(pin.active).isFalse();
  }

  @Test
  void isOpenBeforeItsPinIsGivenBackAndStaysSo() {
    relay.close();
    relay.release();
    relay.close();
    relay.refresh();

    assertThat(pin.done).containsExactly("on", "off", "given back");
    assertThat(pin.active).isFalse();
  }
}
