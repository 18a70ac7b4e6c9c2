package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.socket.Load;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedWriterTest {

  private static final Memory ON = new Memory(Load.ON, Schedule.NONE, List.of(), 5);

  @TempDir private Path folder;

  @Test
  void hasWrittenEverythingWhenItIsClosed() throws IOException {
    try (RetainedWriter writer = open()) {
      writer.storeEnergy(1);
      writer.storeEnergy(2);
      writer.remember(ON);
    }

    assertThat(MemoryFile.in(folder).load()).contains(ON);
    assertThat(energy()).isEqualTo(2);
  }

  @Test
  void erasesEverything() throws IOException {
    try (RetainedWriter writer = open()) {
      writer.storeEnergy(2);
      writer.remember(ON);
      writer.eraseAll();
    }

    assertThat(MemoryFile.in(folder).load()).contains(Memory.NOTHING);
    assertThat(energy()).isZero();
  }

  @Test
  void triesAgainWhatCouldNotBeWritten() throws IOException {
    // A folder in the place of the draft cannot be written to.
    Path obstacle = Files.createDirectory(folder.resolve("memory.new"));
    try (RetainedWriter writer = open()) {
      writer.remember(ON);
      await().until(writer::failing);
      Files.delete(obstacle);
    }

    assertThat(MemoryFile.in(folder).load()).contains(ON);
  }

  private RetainedWriter open() throws IOException {
    return new RetainedWriter(EnergyStore.open(folder), MemoryFile.in(folder));
  }

  private long energy() throws IOException {
    try (EnergyStore store = EnergyStore.open(folder)) {
      return store.milliwattHours();
    }
  }
}
