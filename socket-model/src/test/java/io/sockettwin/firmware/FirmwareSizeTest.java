package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// Thousands of flashed devices must fit beside each other: measured on the heap.
class FirmwareSizeTest {

  private static final int DEVICES = 5_000;

  /// So that nothing measured is let go too early.
  private static FirmwareState[] kept = {};

  @Test
  void staysUnderThreeKilobytesForADeviceInUse() {
    inUse();
    long before = used();
    kept = new FirmwareState[DEVICES];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = inUse();
    }
    long each = (used() - before) / DEVICES;

    assertThat(each).isBetween(200L, 3_000L);
  }

  private static FirmwareState inUse() {
    FlashedBench bench = new FlashedBench().boot(7);
    bench.input(new SocketInput.LinkUp());
    bench.meter(1_000, 4_000);
    bench.press(100);
    bench.run(1_500);
    return bench.state;
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
