package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sockettwin.socket.Load;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.PendingEvent;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.WeeklyTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFileTest {

  private static final Instant RAISED_AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final Memory FULL =
      new Memory(
          Load.TRIPPED,
          new Schedule(
              ZoneId.of("Asia/Shanghai"),
              List.of(
                  new WeeklyTimer(
                      EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                      LocalTime.of(23, 59, 59),
                      true,
                      false))),
          List.of(
              new PendingEvent(7, SocketEvent.OVERCURRENT, RAISED_AT),
              new PendingEvent(8, SocketEvent.METER_SILENT, RAISED_AT),
              new PendingEvent(9, new SocketEvent.LowVoltage(170_000), RAISED_AT)),
          10);

  @TempDir private Path folder;

  @Test
  void hasNothingBeforeItIsWritten() throws IOException {
    assertThat(MemoryFile.in(folder).load()).isEmpty();
  }

  @Test
  void findsAgainWhatWasStoredLast() throws IOException {
    MemoryFile file = MemoryFile.in(folder);
    file.store(Memory.NOTHING);
    file.store(FULL);

    assertThat(MemoryFile.in(folder).load()).contains(FULL);
  }

  @Test
  void keepsTheOldMemoryWhereverThePowerGoesWhileTheNewOneIsWritten() throws IOException {
    MemoryFile.in(folder).store(FULL);
    byte[] next = MemoryRecord.bytes(Memory.NOTHING);
    for (int written = 0; written <= next.length; written++) {
      Files.write(folder.resolve("memory.new"), Arrays.copyOf(next, written));

      assertThat(MemoryFile.in(folder).load()).as("after %s bytes", written).contains(FULL);
    }
    MemoryFile.in(folder).store(Memory.NOTHING);
    assertThat(MemoryFile.in(folder).load()).contains(Memory.NOTHING);
  }

  @Test
  void understandsNoDamagedMemory() throws IOException {
    byte[] whole = MemoryRecord.bytes(FULL);
    for (int cut = 0; cut < whole.length; cut++) {
      assertThat(MemoryRecord.parse(Arrays.copyOf(whole, cut))).as("cut at %s", cut).isEmpty();
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      assertThat(MemoryRecord.parse(damaged)).as("damaged at %s", at).isEmpty();
    }
  }

  @Test
  void survivesGarbageOfAnyKind() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);

      assertThatCode(() -> MemoryRecord.parse(garbage))
          .as("seed %s", seed)
          .doesNotThrowAnyException();
    }
  }
}
