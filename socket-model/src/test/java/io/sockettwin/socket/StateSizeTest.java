package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.FaultFound;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Ten thousand sockets must fit beside each other: measured on the heap, not reckoned.
class StateSizeTest {

  private static final int SOCKETS = 10_000;

  /// So that what one test lets go is not taken off the account of the next.
  private static final List<SocketState[]> KEPT = new ArrayList<>();

  @Test
  void staysUnderAKilobyteForASocketInUse() {
    assertThat(bytesEach(StateSizeTest::inUse)).isLessThan(1_024);
  }

  @Test
  void staysUnderAKilobyteWithItsEventQueueFull() {
    assertThat(bytesEach(StateSizeTest::offlineAndFull)).isLessThan(1_024);
  }

  private static SocketState inUse() {
    Bench bench = new Bench();
    bench.input(new LinkUp());
    bench.input(new ScheduleSet(ScheduleTest.WEEKDAYS_AT_SEVEN));
    bench.input(new ClockSet(bench.now));
    bench.power(true);
    bench.countDown(3_600);
    bench.measure(3_000);
    bench.passMillis(105);
    bench.measure(3_100, 20);
    bench.input(new ButtonPressed());
    bench.input(new FaultFound(SocketEvent.STORAGE_FAILING));
    return bench.state;
  }

  private static SocketState offlineAndFull() {
    Bench bench = new Bench();
    for (int i = 0; i < EventQueue.CAPACITY; i++) {
      bench.passMillis(10);
      bench.input(new FaultFound(SocketEvent.STORAGE_FAILING));
    }
    return bench.state;
  }

  private static long bytesEach(Supplier<SocketState> maker) {
    // What the program itself loads and keeps is not the state's.
    var _ = maker.get();
    SocketState[] states = new SocketState[SOCKETS];
    KEPT.add(states);
    long before = used();
    for (int i = 0; i < SOCKETS; i++) {
      states[i] = maker.get();
    }
    return (used() - before) / SOCKETS;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
