package io.sockettwin.agent.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinTest {

  @Test
  void isADeviceALineAndALevel() {
    Path device = Path.of("/dev/gpiochip4");
    assertThat(Pin.parse("gpiochip4:17", false)).contains(new Pin(device, 17, false));
    assertThat(Pin.parse("gpiochip4:17", true)).contains(new Pin(device, 17, true));
    assertThat(Pin.parse("/dev/gpiochip4:17:active-low", false))
        .contains(new Pin(device, 17, true));
    assertThat(Pin.parse("gpiochip4:0:active-high", true)).contains(new Pin(device, 0, false));
  }

  @Test
  void isNothingElse() {
    for (String text :
        new String[] {
          "",
          "17",
          "gpiochip0",
          "gpiochip0:",
          "gpiochip0:x",
          "gpiochip0:-1",
          "../../etc/passwd:1",
          "gpiochip0:1:low",
          "gpiochip0:99999999999"
        }) {
      assertThat(Pin.parse(text, false)).as(text).isEqualTo(Optional.empty());
    }
  }
}
