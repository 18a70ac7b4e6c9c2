package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.socket.Retained;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetainedWriterTest {

  private static final int SIZE = 4_096;

  private final FragileMedium first = new FragileMedium();
  private final FragileMedium second = new FragileMedium();

  @Test
  void hasWrittenEverythingWhenItIsClosed() throws IOException {
    try (RetainedWriter writer = open()) {
      writer.storeEnergy(1);
      writer.storeEnergy(2);
      writer.remember(Memories.FULL);
    }

    assertThat(retained()).isEqualTo(new Retained(2, Memories.FULL));
  }

  @Test
  void erasesEverythingButWhatComesLater() throws IOException {
    try (RetainedWriter writer = open()) {
      writer.storeEnergy(2);
      writer.remember(Memories.FULL);
      writer.eraseAll();
      writer.storeEnergy(3);
    }

    assertThat(retained()).isEqualTo(new Retained(3));
  }

  @Test
  void triesAgainWhatCouldNotBeWritten() throws IOException {
    try (RetainedWriter writer = open()) {
      first.broken = true;
      writer.remember(Memories.SHORT);
      await().until(writer::failing);
      writer.storeEnergy(4);
      first.broken = false;
    }

    assertThat(retained()).isEqualTo(new Retained(4, Memories.SHORT));
  }

  @Test
  void writesOnceASecondAtMostHoweverMuchIsToBeRemembered() throws IOException {
    long startNanos = System.nanoTime();
    int writes;
    try (RetainedWriter writer = open()) {
      while (System.nanoTime() - startNanos < 200_000_000) {
        writer.remember(Memories.FULL);
        writer.remember(Memories.SHORT);
      }
      writes = first.writes.get() + second.writes.get();
    }

    assertThat(writes).isLessThanOrEqualTo(1);
    assertThat(retained()).isEqualTo(new Retained(0, Memories.SHORT));
  }

  @Test
  void writesEnergyAtOnceThoughSomethingWasWrittenJustNow() throws IOException {
    try (RetainedWriter writer = open()) {
      writer.remember(Memories.SHORT);
      await().until(() -> first.writes.get() + second.writes.get() == 1);
      long startNanos = System.nanoTime();
      writer.storeEnergy(7);
      await().until(() -> first.writes.get() + second.writes.get() == 2);

      assertThat(System.nanoTime() - startNanos)
          .isLessThan(RetainedWriter.PAUSE_MILLISECONDS * 1_000_000);
    }
  }

  private RetainedWriter open() throws IOException {
    return new RetainedWriter(RetainedStore.open(first, second));
  }

  private Retained retained() throws IOException {
    try (RetainedStore store = RetainedStore.open(first, second)) {
      return store.retained();
    }
  }

  /// Takes nothing while it is broken.
  private static final class FragileMedium implements Medium {

    private final MemoryMedium whole = new MemoryMedium(SIZE);
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean broken;

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public byte[] read() {
      return whole.read();
    }

    @Override
    public void write(int at, byte[] bytes) throws IOException {
      writes.incrementAndGet();
      if (broken) {
        throw new IOException("no space left on device");
      }
      whole.write(at, bytes);
    }

    @Override
    public void close() {}
  }
}
