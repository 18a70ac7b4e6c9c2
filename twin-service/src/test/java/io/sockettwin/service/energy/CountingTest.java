package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
  private static final long KWH = Meter.MILLIWATT_HOURS_PER_KWH;
  private static final Counting COUNTING = new Counting(new Meter(10_000 * KWH, 4_000_000));

  private Count count = Count.NONE;
  private Instant now = START;
  private long gained;

  private void reads(double kwh) {
    readsAt(kwh, now);
    now = now.plusSeconds(1);
  }

  private void readsAt(double kwh, Instant at) {
    long before = count.lifetimeMilliwattHours();
    Count.Step step = COUNTING.take(count, new Reading(Math.round(kwh * KWH), at));
    count = step.count();
    assertThat(count.lifetimeMilliwattHours()).isGreaterThanOrEqualTo(before);
    gained += step.gain() == null ? 0 : step.gain().milliwattHours();
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }

  private void assertLifetime(double kwh) {
    assertThat(count.lifetimeMilliwattHours()).isEqualTo(Math.round(kwh * KWH));
  }

  @Test
  void whatWasCountedBeforeBelongsToTheLifetimeButToNoPeriod() {
    reads(123.4);
    assertLifetime(123.4);
    assertThat(gained).isZero();
  }

  @Test
  void addsWhatTheCounterAdds() {
    reads(1.0);
    reads(1.001);
    reads(1.002);
    assertLifetime(1.002);
    assertThat(gained).isEqualTo(2_000);
  }

  @Test
  void noiseOfFloatsNeitherAddsNorTakesAway() {
    reads(9_000);
    for (int i = 0; i < 100; i++) {
      reads(i % 2 == 0 ? 8_999.999 : 9_000);
    }
    assertLifetime(9_000);
  }

  @Test
  void resetCountsFromZeroOnceTheNextReadingConfirmsIt() {
    reads(50);
    passes(Duration.ofMinutes(10));
    reads(0.02);
    assertLifetime(50);
    reads(0.021);
    assertLifetime(50.021);
    assertThat(count.jumps()).isEqualTo(1);
  }

  @Test
  void rollOverCountsWhatWasLeftToTheTop() {
    reads(9_999.99);
    passes(Duration.ofMinutes(1));
    reads(0.01);
    reads(0.0105);
    assertLifetime(10_000.0105);
  }

  @Test
  void deviceThatFallsBackToItsSavedTotalCountsOnFromThere() {
    reads(50);
    passes(Duration.ofHours(20));
    reads(49.98);
    reads(49.9805);
    reads(49.981);
    assertLifetime(50.001);
  }

  @Test
  void usedMeterThatTakesTheOnesPlaceAddsOnlyWhatItCountsHere() {
    reads(50);
    passes(Duration.ofMinutes(5));
    reads(7_000);
    reads(7_000.001);
    assertLifetime(50.001);
  }

  @Test
  void singleReadingThatCannotBeIsIgnored() {
    reads(50);
    reads(4_711);
    reads(50.001);
    reads(0.2);
    reads(50.002);
    assertLifetime(50.002);
    assertThat(count.jumps()).isZero();
  }

  @Test
  void longAbsenceMayHaveUsedMuch() {
    reads(50);
    passes(Duration.ofDays(7));
    reads(120);
    assertLifetime(120);
  }

  @Test
  void repeatedAndLateReadingsChangeNothing() {
    reads(50);
    reads(50.001);
    Count before = count;
    readsAt(50.001, START.plusSeconds(1));
    readsAt(50, START);
    readsAt(49, START.minusSeconds(60));
    assertThat(count).isEqualTo(before);
  }

  @Test
  void lateReadingTellsWhatWasUsedBeforeTheReset() {
    reads(50);
    Instant late = START.plusSeconds(90);
    passes(Duration.ofMinutes(10));
    reads(0.02);
    reads(0.021);
    readsAt(50.03, late);
    assertLifetime(50.051);
    readsAt(50.03, late);
    assertLifetime(50.051);
  }

  @Test
  void replacedHardwareBeginsAtZero() {
    reads(50);
    count = Counting.replaced(count, now);
    passes(Duration.ofMinutes(1));
    reads(0.005);
    assertLifetime(50.005);
    assertThat(gained).isEqualTo(5_000);
  }
}
