package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void gainWithinAQuarterIsWhole() {
    Gain gain = new Gain(7, NOON.plusSeconds(10), NOON.plusSeconds(20));
    assertThat(Spread.over(gain)).containsExactly(new Quarter(NOON, 7));
  }

  @Test
  void gainOfAnHourAwayIsLaidEvenlyOverItsQuarters() {
    Gain gain = new Gain(400, NOON.plusSeconds(450), NOON.plusSeconds(450 + 3600));
    assertThat(Spread.over(gain))
        .containsExactly(
            new Quarter(NOON, 50),
            new Quarter(NOON.plusSeconds(900), 100),
            new Quarter(NOON.plusSeconds(1800), 100),
            new Quarter(NOON.plusSeconds(2700), 100),
            new Quarter(NOON.plusSeconds(3600), 50));
  }

  @Test
  void quarterThatEndsWithTheGainTakesAllOfIt() {
    Gain gain = new Gain(9, NOON, NOON.plus(Quarter.LENGTH));
    assertThat(Spread.over(gain)).containsExactly(new Quarter(NOON, 9));
  }

  @Test
  void absenceOfYearsFallsIntoItsLastMonth() {
    Gain gain = new Gain(1_000_000, NOON.minus(Duration.ofDays(1000)), NOON);
    List<Quarter> quarters = Spread.over(gain);
    assertThat(quarters.getFirst().start()).isEqualTo(NOON.minus(Spread.LONGEST));
    assertThat(quarters.stream().mapToLong(Quarter::milliwattHours).sum()).isEqualTo(1_000_000);
  }

  @Test
  void nothingIsLostNorAddedWhateverTheSpan() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Instant from = NOON.plusMillis(random.nextInt(10_000_000));
      Instant to = from.plusMillis(random.nextInt(100_000_000));
      Gain gain = new Gain(random.nextInt(1_000_000), from, to);
      long sum = Spread.over(gain).stream().mapToLong(Quarter::milliwattHours).sum();
      assertThat(sum).as(gain.toString()).isEqualTo(gain.milliwattHours());
    }
  }
}
