package io.sockettwin.loadsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

  private static final double DAY = 86_400;

  @Test
  void endsAtTheFirstRoundNumberThatHoldsAllValues() {
    assertThat(Axis.ofValues(50).ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    assertThat(Axis.ofValues(1_115).ticks()).containsExactly(0.0, 500.0, 1_000.0, 1_500.0);
    assertThat(Axis.ofValues(0).end()).isPositive();
  }

  @Test
  void countsTimeAsPeopleDo() {
    assertThat(Axis.ofSeconds(65).ticks()).containsExactly(0.0, 15.0, 30.0, 45.0, 60.0);
    assertThat(Axis.ofSeconds(300).step()).isEqualTo(60);
    assertThat(Axis.ofSeconds(30 * DAY).step()).isEqualTo(10 * DAY);
  }
}
