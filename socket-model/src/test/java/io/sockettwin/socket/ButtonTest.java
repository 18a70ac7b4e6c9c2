package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonTest {

  private final Bench bench = new Bench();

  @Test
  void togglesOnReleaseOfAClick() {
    bench.input(new ButtonPressed());
    bench.passMillis(300);
    assertThat(bench.relayClosed).isFalse();
    bench.input(new ButtonReleased());
    bench.passMillis(20);
    assertThat(bench.relayClosed).isTrue();

    bench.press(300);
    assertThat(bench.relayClosed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 19, 1_000, 5_000, 15_000, 60_000})
  void ignoresPressesThatAreNoClick(long millis) {
    bench.press(millis);

    assertThat(bench.relayClosed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {20, 999})
  void togglesOnTheShortestAndTheLongestClick(long millis) {
    bench.press(millis);

    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void takesABouncingContactForOneClick() {
    for (int bounce = 0; bounce < 5; bounce++) {
      bench.input(new ButtonPressed());
      bench.passMillis(2);
      bench.input(new ButtonReleased());
      bench.passMillis(3);
    }
    bench.input(new ButtonPressed());
    bench.passMillis(150);
    for (int bounce = 0; bounce < 5; bounce++) {
      bench.input(new ButtonReleased());
      bench.passMillis(3);
      bench.input(new ButtonPressed());
      bench.passMillis(2);
    }
    bench.input(new ButtonReleased());
    bench.passMillis(100);

    assertThat(bench.effects(SocketEffect.CloseRelay.class)).hasSize(1);
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void countsTwoClicksThoughTheWakeUpBetweenThemCameLate() {
    bench.input(new ButtonPressed());
    bench.now = bench.now.plusMillis(100);
    bench.input(new ButtonReleased());
    bench.now = bench.now.plusMillis(100);
    bench.input(new ButtonPressed());
    assertThat(bench.relayClosed).isTrue();
    bench.now = bench.now.plusMillis(100);
    bench.input(new ButtonReleased());
    bench.passMillis(100);

    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void ignoresAReleaseWithoutAPress() {
    bench.input(new ButtonReleased());
    bench.passMillis(100);

    assertThat(bench.relayClosed).isFalse();
  }
}
