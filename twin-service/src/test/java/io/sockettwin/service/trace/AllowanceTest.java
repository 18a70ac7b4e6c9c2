package io.sockettwin.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void keepsSoManyAMinuteAndTellsWhatItLeftOut() {
    Allowance allowance = Allowance.NONE;
    for (int i = 0; i < 5; i++) {
      allowance = allowance.spent(START.plusSeconds(i), 3);
      assertThat(allowance.isGranted()).isEqualTo(i < 3);
      assertThat(allowance.gap(START)).isEmpty();
    }
    Instant later = START.plusSeconds(61);
    allowance = allowance.spent(later, 3);
    assertThat(allowance.isGranted()).isTrue();
    assertThat(allowance.gap(later).orElseThrow().meaning()).startsWith("2 messages");
    allowance = allowance.spent(later, 3);
    assertThat(allowance.gap(later)).isEmpty();
  }
}
