package io.sockettwin.mqttbroker.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RisingMicrosecondsTest {

  private final AtomicLong clock = new AtomicLong(1_000);
  private final RisingMicroseconds numbers = new RisingMicroseconds(clock::get);

  @Test
  void risesWithinAMillisecond() {
    assertThat(numbers.next()).isEqualTo(1_000_000);
    assertThat(numbers.next()).isEqualTo(1_000_001);
  }

  @Test
  void risesWhenTheClockGoesBack() {
    numbers.next();
    clock.set(1);
    assertThat(numbers.next()).isEqualTo(1_000_001);
  }

  @Test
  void continuesAboveThoseOfAnEarlierRun() {
    long earlier = numbers.next();
    clock.set(1_001);
    assertThat(new RisingMicroseconds(clock::get).next()).isGreaterThan(earlier);
  }
}
