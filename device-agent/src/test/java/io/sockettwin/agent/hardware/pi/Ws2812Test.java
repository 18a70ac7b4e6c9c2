package io.sockettwin.agent.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.agent.hardware.pi.Ws2812.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads the levels on the line as the lamp does, by the times of its data sheet.
class Ws2812Test {

  private record Pulse(double highMicroseconds, double lowMicroseconds) {}

  @ParameterizedTest
  @EnumSource
  void isReadByTheLampAsTheColourItWas(Rate rate) {
    Random random = new Random(1);
    for (int step = 0; step < 2_000; step++) {
      int rgb = step < 24 ? 1 << step : random.nextInt(1 << 24);

      assertThat(colour(pulses(Ws2812.encode(rgb, rate), rate)))
          .as("step %s, colour %06X", step, rgb)
          .isEqualTo(rgb);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheTimesOfTheDataSheet(Rate rate) {
    for (int rgb : new int[] {0, 0xFFFFFF, 0xA5C33C}) {
      List<Pulse> pulses = pulses(Ws2812.encode(rgb, rate), rate);
      assertThat(pulses).hasSize(24);
      for (Pulse pulse : pulses.subList(0, 23)) {
        boolean one = pulse.highMicroseconds > 0.6;
        assertThat(pulse.highMicroseconds).isBetween(one ? 0.65 : 0.25, one ? 0.95 : 0.55);
        assertThat(pulse.lowMicroseconds).isBetween(one ? 0.30 : 0.70, one ? 0.60 : 1.00);
      }
      assertThat(pulses.getLast().lowMicroseconds)
          .as("the silence that lets the lamp take over the colour")
          .isGreaterThan(280);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isSilentBeforeTheColourToo(Rate rate) {
    byte[] bytes = Ws2812.encode(0xFFFFFF, rate);
    int silent = 0;
    while (bytes[silent] == 0) {
      silent++;
    }
    assertThat(silent * 8e6 / rate.hertz()).isGreaterThan(280);
  }

  private static List<Pulse> pulses(byte[] bytes, Rate rate) {
    double bitMicroseconds = 1e6 / rate.hertz();
    List<Pulse> pulses = new ArrayList<>();
    int high = 0;
    int low = 0;
    for (int i = 0; i < bytes.length * 8; i++) {
      boolean level = ((bytes[i / 8] >> (7 - i % 8)) & 1) != 0;
      if (level && low > 0 && high > 0) {
        pulses.add(new Pulse(high * bitMicroseconds, low * bitMicroseconds));
        high = 0;
      }
      high += level ? 1 : 0;
      low = level ? 0 : low + 1;
    }
    pulses.add(new Pulse(high * bitMicroseconds, low * bitMicroseconds));
    return pulses;
  }

  /// Green, red, blue, each from its highest bit on (firmware section 1).
  private static int colour(List<Pulse> pulses) {
    int grb = 0;
    for (Pulse pulse : pulses) {
      grb = (grb << 1) | (pulse.highMicroseconds > 0.6 ? 1 : 0);
    }
    return (grb & 0x00FF00) << 8 | (grb & 0xFF0000) >> 8 | (grb & 0xFF);
  }
}
