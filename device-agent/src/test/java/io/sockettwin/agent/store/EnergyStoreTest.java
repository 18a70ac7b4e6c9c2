package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyStoreTest {

  @TempDir private Path folder;

  @Test
  void startsAtZero() throws IOException {
    assertThat(reopened(4)).isZero();
  }

  @Test
  void findsAgainWhatWasStoredLast() throws IOException {
    store(4, 1_000, 2_000, 3_000);

    assertThat(reopened(4)).isEqualTo(3_000);
  }

  @Test
  void goesOnOverManyChangesOfFile() throws IOException {
    for (long total = 1; total <= 50; total++) {
      store(3, total);
      assertThat(reopened(3)).isEqualTo(total);
    }
    assertThat(Files.size(folder.resolve("energy-a.log"))).isLessThanOrEqualTo(60);
    assertThat(Files.size(folder.resolve("energy-b.log"))).isLessThanOrEqualTo(60);
  }

  @Test
  void keepsTheNewestTotalEvenIfItIsSmallerBecauseItRolledOver() throws IOException {
    store(4, 9_999_999_999L, 5);

    assertThat(reopened(4)).isEqualTo(5);
  }

  @Test
  void losesNoMoreThanTheLastRecordWhereverAWriteWasCut() throws IOException {
    store(100, 1_000, 2_000, 3_000);
    Path file = folder.resolve("energy-a.log");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 40; length <= whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(reopened(100)).as("cut at %s", length).isEqualTo(length < 60 ? 2_000 : 3_000);

      store(100, 4_000);
      assertThat(reopened(100)).as("stored after a cut at %s", length).isEqualTo(4_000);
    }
  }

  @Test
  void passesOverAnyByteThatHasGoneBad() throws IOException {
    store(100, 1_000, 2_000, 3_000);
    Path file = folder.resolve("energy-a.log");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] bad = whole.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);

      assertThat(reopened(100)).as("bad byte %s", at).isEqualTo(at < 40 ? 3_000 : 2_000);
    }
  }

  @Test
  void passesOverZeroedBlocks() throws IOException {
    store(100, 1_000);
    Path file = folder.resolve("energy-a.log");
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 4096));

    assertThat(reopened(100)).isEqualTo(1_000);
    store(100, 2_000);
    assertThat(reopened(100)).isEqualTo(2_000);
  }

  private void store(int recordsPerFile, long... totals) throws IOException {
    try (EnergyStore store = EnergyStore.open(folder, recordsPerFile)) {
      for (long total : totals) {
        store.store(total);
      }
    }
  }

  private long reopened(int recordsPerFile) throws IOException {
    try (EnergyStore store = EnergyStore.open(folder, recordsPerFile)) {
      return store.milliwattHours();
    }
  }
}
