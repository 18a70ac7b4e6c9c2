package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store in a process of its own, which can be killed.
class RetainedStoreIT {

  @TempDir private Path folder;
  private Process writer;

  @AfterEach
  void end() throws InterruptedException {
    kill();
  }

  @Test
  void losesNothingThatWasStoredWhenItsProcessIsKilled() throws Exception {
    long before = 0;
    for (int life = 0; life < 3; life++) {
      long stored = 0;
      try (BufferedReader lines = startWriter()) {
        for (int i = 0; i < 50; i++) {
          stored = Long.parseLong(lines.readLine());
        }
        kill();
      }

      try (RetainedStore store = RetainedStore.open(folder)) {
        assertThat(store.retained().energyMilliwattHours())
            .isGreaterThanOrEqualTo(stored)
            .isGreaterThan(before);
        before = store.retained().energyMilliwattHours();
      }
    }
  }

  @Test
  void leavesItsFolderToOneProcess() throws Exception {
    try (BufferedReader lines = startWriter()) {
      assertThat(lines.readLine()).isEqualTo("1");

      assertThatThrownBy(() -> RetainedStore.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another agent");
    }
  }

  private BufferedReader startWriter() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    writer =
        new ProcessBuilder(
                List.of(java, "-cp", classPath, Writer.class.getName(), folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return writer.inputReader();
  }

  private void kill() throws InterruptedException {
    if (writer != null) {
      writer.destroyForcibly().waitFor();
    }
  }

  /// Counts up from what is stored, and says each total once it is.
  static final class Writer {
    public static void main(String[] args) throws IOException {
      try (RetainedStore store = RetainedStore.open(Path.of(args[0]), 1_024)) {
        while (true) {
          long next = store.retained().energyMilliwattHours() + 1;
          store.store(List.of(new Kept.Energy(next)));
          System.out.println(store.retained().energyMilliwattHours());
        }
      }
    }
  }
}
