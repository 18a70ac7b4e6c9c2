package io.sockettwin.service.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void createsTheFolder() {
    try (DataFolder folder = DataFolder.open(parent.resolve("a/b"))) {
      assertThat(folder.path()).isDirectory().isAbsolute();
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (DataFolder folder = DataFolder.open(parent)) {
      assertThatThrownBy(() -> DataFolder.open(parent))
          .isInstanceOf(StartupRefused.class)
          .hasMessageContaining("Another SocketTwin already uses")
          .hasMessageContaining(folder.path().toString());
    }
    DataFolder.open(parent).close();
  }

  @Test
  void refusesAPathThatIsAFile() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("is a file")
        .hasMessageContaining("sockettwin.data.folder");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("is not writable")
        .hasMessageContaining("sockettwin.data.folder");
  }

  @Test
  void refusesADiskThatIsNearlyFull() {
    DataFolder.requireSpace(parent, DataFolder.MIN_FREE_BYTES);
    assertThatThrownBy(() -> DataFolder.requireSpace(parent, DataFolder.MIN_FREE_BYTES - 1))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("has 511 MB free and needs 512 MB");
  }
}
