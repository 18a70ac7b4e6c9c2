package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever feeds the socket may have a clock that somebody sets.
class TimeJumpTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void counting() {
    bench.input(new LinkUp());
    bench.measure(1_000);
    bench.countDown(100);
    bench.passMillis(2_500);
    bench.effects();
  }

  @ParameterizedTest
  @ValueSource(longs = {-20_000, -3_650, -1, 1, 3_650, 20_000})
  void moveNeitherRelayNorCountdown(long days) {
    jump(Duration.ofDays(days));

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.countdownSeconds(bench.now)).isBetween(97, 98);
    bench.pass(Duration.ofSeconds(98));
    assertThat(bench.relayClosed).as("the countdown goes on").isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_650, 3_650})
  void keepReadingsUntilTheyReallyExpire(long days) {
    jump(Duration.ofDays(days));
    assertThat(bench.state.reading().currentMilliamps()).isPositive();

    bench.passMillis(600);
    assertThat(bench.state.reading().currentMilliamps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_650, 3_650})
  void keepTheHeartbeat(long days) {
    jump(Duration.ofDays(days));
    bench.effects();
    bench.pass(Duration.ofSeconds(30));

    assertThat(bench.effects(SocketEffect.SendReport.class)).hasSizeBetween(5, 8);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_650, 3_650})
  void leaveAPressWhatItWas(long days) {
    bench.input(new ButtonPressed());
    bench.passMillis(300);
    jump(Duration.ofDays(days));
    bench.input(new ButtonReleased());
    bench.passMillis(50);

    assertThat(bench.relayClosed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {6_000, 120_000})
  void areNotWhatASocketWithoutAnythingToDoGoesThrough(long millis) {
    Bench idle = new Bench();
    idle.pass(Duration.ofDays(1));
    idle.effects();
    idle.press(millis);

    assertThat(idle.state.provisioning()).isEqualTo(millis == 6_000);
  }

  /// How long ago the last input was is all that a jump makes unknown.
  private void jump(Duration by) {
    bench.input(new WakeUp());
    bench.now = bench.now.plus(by);
    bench.input(new WakeUp());
  }
}
