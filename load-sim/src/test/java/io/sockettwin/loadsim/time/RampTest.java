package io.sockettwin.loadsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.time.Ramp.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RampTest {

  private static final Ramp TWO_STAGES =
      new Ramp(
          List.of(new Stage(10, Duration.ofSeconds(10)), new Stage(110, Duration.ofSeconds(50))));

  @Test
  void spreadsEachStageEvenly() {
    assertThat(TWO_STAGES.startNanos(0)).isZero();
    assertThat(TWO_STAGES.startNanos(5)).isEqualTo(5_000_000_000L);
    assertThat(TWO_STAGES.startNanos(10)).isEqualTo(10_000_000_000L);
    assertThat(TWO_STAGES.startNanos(60)).isEqualTo(35_000_000_000L);
  }

  @Test
  void letsTheRestComeAtTheEnd() {
    assertThat(TWO_STAGES.startNanos(500)).isEqualTo(TWO_STAGES.endNanos());
  }

  @Test
  void keepsThePaceOfConnections() {
    assertThat(Ramp.even(100, 50).startNanos(50)).isEqualTo(1_000_000_000L);
  }
}
