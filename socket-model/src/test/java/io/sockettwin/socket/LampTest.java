package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.Lamp.Pattern;
import io.sockettwin.socket.SocketInput.LinkUp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LampTest {

  private final Bench bench = new Bench();

  @Test
  void blinksBlueInStandbyUntilTheCloudIsReached() {
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.BLUE));
  }

  @Test
  void isGreenInStandby() {
    bench.input(new LinkUp());

    assertThat(lamp()).isEqualTo(new Lamp(Pattern.STEADY, Lamp.GREEN));
  }

  @Test
  void needsNoCloudWhereTheOwnerSaysSo() {
    Bench alone =
        new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withShowsConnecting(false)));

    assertThat(alone.socket.lamp(alone.state)).isEqualTo(new Lamp(Pattern.STEADY, Lamp.GREEN));
  }

  @Test
  void breathesInTheColourOfThePowerWithOrWithoutTheCloud() {
    bench.power(true);
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BREATHING, Lamp.BLUE));

    bench.measure(4_000);
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BREATHING, Lamp.RED));
  }

  @Test
  void blinksRedAfterATripWhateverElseIsWrong() {
    bench.measure(9_000);

    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.RED));
  }

  @Test
  void blinksHalfASecondOnAndHalfASecondOff() {
    Lamp blinking = new Lamp(Pattern.BLINKING, Lamp.RED);

    assertThat(blinking.rgbAfter(Duration.ZERO)).isEqualTo(Lamp.RED);
    assertThat(blinking.rgbAfter(Duration.ofMillis(499))).isEqualTo(Lamp.RED);
    assertThat(blinking.rgbAfter(Duration.ofMillis(500))).isZero();
    assertThat(blinking.rgbAfter(Duration.ofSeconds(1))).isEqualTo(Lamp.RED);
    assertThat(new Lamp(Pattern.STEADY, Lamp.GREEN).rgbAfter(Duration.ofHours(1)))
        .isEqualTo(Lamp.GREEN);
  }

  private Lamp lamp() {
    return bench.socket.lamp(bench.state);
  }
}
