package io.sockettwin.agent.hardware.pi;

import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.hardware.Signals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GpioButtonTest {

  private final FakeContact pin = new FakeContact();
  private final GpioButton button = new GpioButton(pin);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Signals signals =
      new Signals() {
        @Override
        public void meterBytes(byte[] bytes) {
          throw new IllegalStateException("a button measures nothing");
        }

        @Override
        public void buttonPressed() {
          heard.add("pressed");
        }

        @Override
        public void buttonReleased() {
          heard.add("released");
        }
      };

  @AfterEach
  void close() {
    button.close();
  }

  @Test
  void tellsEachEdgeInItsOrder() {
    button.start(signals);
    pin.events.add(List.of(true, false, true, false));

    await().until(() -> heard.equals(List.of("pressed", "released", "pressed", "released")));
  }

  @Test
  void isNotHeldForEverWhenTheKernelDroppedTheLastEdge() {
    button.start(signals);
    pin.events.add(List.of(true));

    await().until(() -> heard.equals(List.of("pressed", "released")));
  }

  @Test
  void isReleasedWhenItsPinDies() {
    pin.active = true;
    button.start(signals);
    pin.broken = true;

    await().until(() -> heard.equals(List.of("released")));
  }
}
