package io.sockettwin.service.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path folder;

  @Test
  void keepsWhatWasCreatedFirst() {
    SecretFile file = new SecretFile(folder.resolve("key"));
    assertThat(file.read()).isEmpty();
    assertThat(file.readOrCreate(() -> "one")).isEqualTo("one");
    assertThat(file.readOrCreate(() -> "two")).isEqualTo("one");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReadableByItsOwnerOnly() throws IOException {
    SecretFile file = new SecretFile(folder.resolve("key"));
    file.write("one");
    file.write("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("key");
  }
}
