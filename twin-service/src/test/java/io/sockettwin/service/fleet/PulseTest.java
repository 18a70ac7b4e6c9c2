package io.sockettwin.service.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sockettwin.service.fleet.Meters.Reading;
import io.sockettwin.service.fleet.Meters.Total;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The last hour in figures.
class PulseTest {
  private static final long SECOND = 1_000_000_000;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters(registry);

  private static Pulse pulse() {
    Pulse pulse = new Pulse();
    pulse.begin(new Reading(0, 0, 0, Map.of()), Instant.EPOCH);
    return pulse;
  }

  private static Reading reading(int seconds, double messages, long count, double millis) {
    return new Reading(
        seconds * SECOND, messages, 3, Map.of(Hop.MESSAGE, new Total(count, millis, 40)));
  }

  @Test
  void ratesAndLagAreThoseOfTheLastSeconds() {
    Pulse pulse = pulse();
    pulse.beat(7, reading(5, 100, 100, 500), Instant.ofEpochSecond(5));
    pulse.beat(8, reading(10, 150, 150, 600), Instant.ofEpochSecond(10));
    assertThat(pulse.newest()).isEqualTo(new Beat(Instant.ofEpochSecond(10), 8, 10, 2, 3));
    assertThat(pulse.beats()).hasSize(3);
  }

  @Test
  void hopsAreThoseOfTheLastMinute() {
    Pulse pulse = pulse();
    for (int i = 1; i <= 20; i++) {
      pulse.beat(1, reading(5 * i, i, 10L * i, i < 10 ? 10 * i : 90 + 20 * (i - 9)), Instant.now());
    }
    assertThat(pulse.hops()).containsExactly(new HopView("message", 120, (310.0 - 80) / 120, 40));
  }

  @Test
  void remembersAnHour() {
    Pulse pulse = pulse();
    for (int i = 1; i < 1_000; i++) {
      pulse.beat(i, reading(5 * i, i, i, i), Instant.ofEpochSecond(5L * i));
    }
    assertThat(pulse.beats()).hasSize(Pulse.MAX_BEATS);
    assertThat(pulse.beats().getFirst().connected()).isEqualTo(1_000 - Pulse.MAX_BEATS);
  }

  @Test
  void metersOfAllTagsAreOne() {
    registry.counter("sockettwin.messages.received", "kind", "report").increment(5);
    registry.counter("sockettwin.messages.received", "kind", "event").increment();
    registry.timer("sockettwin.push.handover", "kind", "mail").record(30, TimeUnit.MILLISECONDS);
    registry.timer("sockettwin.push.handover", "kind", "wecom").record(10, TimeUnit.MILLISECONDS);
    Reading reading = meters.read();
    assertThat(reading.messages()).isEqualTo(6);
    assertThat(reading.of(Hop.HANDOVER)).isEqualTo(new Total(2, 40, 30));
    assertThat(reading.of(Hop.TIMER)).isEqualTo(Total.NONE);
  }
}
