package io.sockettwin.mqttbroker.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptTest {

  @Test
  void readsWhatItWrites() {
    assertThat(Receipt.read(Receipt.write(1_795_000_000_123_456L)))
        .contains(Instant.parse("2026-11-18T11:06:40.123456Z"));
  }

  @Test
  void readsNothingElse() {
    assertThat(Receipt.read("")).isEmpty();
    assertThat(Receipt.read("-1")).isEmpty();
    assertThat(Receipt.read("12x")).isEmpty();
    assertThat(Receipt.read("9".repeat(19))).isEmpty();
  }
}
