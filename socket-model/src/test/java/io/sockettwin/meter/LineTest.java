package io.sockettwin.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTest {

  @Test
  void carriesAFrameInFiftyFiveMilliseconds() {
    assertThat(Line.FRAME_TIME).isEqualTo(Duration.ofMillis(55));
    assertThat(Line.byteEnd(0)).isEqualTo(Duration.ofNanos(2_291_666));
    assertThat(Line.FRAME_PERIOD).isEqualTo(Duration.ofMillis(105));
  }

  @Test
  void refusesBytesThatAFrameHasNot() {
    assertThatThrownBy(() -> Line.byteEnd(24)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Line.byteEnd(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lostBytesCostOneFrameAtItsRealRate() {
    byte[] frame =
        FrameEncoder.typical(Calibration.SHIPPED)
            .encode(new Reading(230_000, 1_000, 230_000, 230_000, 1000), 7)
            .bytes();
    for (FrameReader reader : new FrameReader[] {FrameReader.hunting(), FrameReader.gapsOnly()}) {
      int received = 0;
      for (int number = 0; number < 10; number++) {
        Duration start = Line.FRAME_PERIOD.multipliedBy(number);
        for (int i = 0; i < frame.length; i++) {
          boolean lost = number == 4 && i == 9;
          long at = start.plus(Line.byteEnd(i)).toMillis();
          Optional<Frame> read = lost ? Optional.empty() : reader.accept(frame[i], at);
          received += read.isPresent() ? 1 : 0;
        }
      }

      assertThat(received).isEqualTo(9);
    }
  }
}
