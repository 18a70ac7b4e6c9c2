package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Retained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedStoreTest {

  private static final int SMALL = 4096;

  @TempDir private Path folder;

  @Test
  void startsWithNothing() throws IOException {
    assertThat(reopened()).isEqualTo(Retained.NOTHING);
  }

  @Test
  void findsAgainWhatWasStoredLast() throws IOException {
    store(new Kept.Energy(1_000), new Kept.Remembered(Memories.FULL), new Kept.Energy(3_000));

    assertThat(reopened()).isEqualTo(new Retained(3_000, Memories.FULL));
  }

  @Test
  void goesOnOverManyChangesOfFileAndNeverGrows() throws IOException {
    store(new Kept.Remembered(Memories.SHORT));
    for (long total = 1; total <= 1_000; total++) {
      store(new Kept.Energy(total));
      assertThat(reopened()).as("after %s", total).isEqualTo(new Retained(total, Memories.SHORT));
    }
    assertThat(Files.size(folder.resolve("retained-a.log"))).isEqualTo(SMALL);
    assertThat(Files.size(folder.resolve("retained-b.log"))).isEqualTo(SMALL);
  }

  @Test
  void keepsTheNewestTotalEvenIfItIsSmallerBecauseItRolledOver() throws IOException {
    store(new Kept.Energy(9_999_999_999L), new Kept.Energy(5));

    assertThat(reopened().energyMilliwattHours()).isEqualTo(5);
  }

  @Test
  void passesOverAnyByteThatHasGoneBad() throws IOException {
    store(new Kept.Energy(1_000), new Kept.Energy(2_000), new Kept.Energy(3_000));
    Path file = folder.resolve("retained-a.log");
    byte[] whole = Files.readAllBytes(file);
    int record = StoredRecord.OVERHEAD + Long.BYTES;
    for (int at = 0; at < 3 * record; at++) {
      byte[] bad = whole.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);

      assertThat(reopened().energyMilliwattHours())
          .as("bad byte %s", at)
          .isEqualTo(at < 2 * record ? 3_000 : 2_000);
    }
  }

  @Test
  void erasesEverythingSoThatNoByteOfItIsLeft() throws IOException {
    store(new Kept.Energy(77), new Kept.Remembered(Memories.FULL));
    try (RetainedStore store = RetainedStore.open(folder, SMALL)) {
      store.eraseAll();
      assertThat(store.retained()).isEqualTo(Retained.NOTHING);
    }
    assertThat(Files.readAllBytes(folder.resolve("retained-a.log"))).containsOnly(0);
    assertThat(Files.readAllBytes(folder.resolve("retained-b.log"))).containsOnly(0);

    store(new Kept.Energy(5));
    assertThat(reopened()).isEqualTo(new Retained(5, Memory.NOTHING));
  }

  @Test
  void carriesAlongWhatALaterVersionKeeps() throws IOException {
    byte[] record = new StoredRecord(200, 1, new byte[] {7, 8, 9}).bytes();
    MemoryMedium first = new MemoryMedium(1_024);
    MemoryMedium second = new MemoryMedium(1_024);
    first.write(0, record);
    try (RetainedStore store = RetainedStore.open(first, second)) {
      for (long total = 1; total <= 200; total++) {
        store.store(List.of(new Kept.Energy(total)));
      }
    }

    assertThat(RecordFile.scan(first).newestOfEachKind().get(200).payload())
        .containsExactly(7, 8, 9);
    assertThat(RecordFile.scan(second).newestOfEachKind().get(200).payload())
        .containsExactly(7, 8, 9);
  }

  @Test
  void isOpenOnlyOnce() throws IOException {
    try (RetainedStore first = RetainedStore.open(folder, SMALL)) {
      assertThatThrownBy(() -> RetainedStore.open(folder, SMALL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another agent");
      assertThat(first.retained()).isEqualTo(Retained.NOTHING);
    }
  }

  private void store(Kept... things) throws IOException {
    try (RetainedStore store = RetainedStore.open(folder, SMALL)) {
      for (Kept kept : things) {
        store.store(List.of(kept));
      }
    }
  }

  private Retained reopened() throws IOException {
    try (RetainedStore store = RetainedStore.open(folder, SMALL)) {
      return store.retained();
    }
  }
}
