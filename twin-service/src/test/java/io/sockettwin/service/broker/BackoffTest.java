package io.sockettwin.service.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1));

  @Test
  void doublesUpToTheLimitAndVaries() {
    for (long expected : new long[] {200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000}) {
      assertThat(backoff.nextDelay().toMillis()).isBetween(expected / 2, expected);
    }
  }

  @Test
  void beginsAnewAfterSuccess() {
    backoff.nextDelay();
    backoff.nextDelay();
    backoff.succeeded();
    assertThat(backoff.nextDelay().toMillis()).isBetween(100L, 200L);
  }
}
