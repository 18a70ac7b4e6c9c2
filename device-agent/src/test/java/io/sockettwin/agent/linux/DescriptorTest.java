package io.sockettwin.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorTest {

  @TempDir private Path folder;

  @Test
  void saysThatThereIsNoSuchDevice() {
    Path nothing = folder.resolve("nothing");

    assertThatThrownBy(() -> Descriptor.open(nothing.toString(), 0))
        .hasMessage(nothing + ": it does not exist");
  }

  @Test
  void saysThatThisUserHasNoPermission() throws IOException {
    Path secret = Files.createFile(folder.resolve("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "to root nothing is forbidden");

    assertThatThrownBy(() -> Descriptor.open(secret.toString(), 0))
        .hasMessage(secret + ": this user has no permission");
  }

  @Test
  void putsTheKernelsNumbersIntoWords() {
    assertThat(new LinuxException("/dev/gpiochip0", LinuxException.EACCES))
        .hasMessage("/dev/gpiochip0: this user has no permission");
    assertThat(new LinuxException("/dev/gpiochip0", LinuxException.EPERM))
        .hasMessage("/dev/gpiochip0: this user has no permission");
    assertThat(new LinuxException("the pin", LinuxException.EBUSY))
        .hasMessage("the pin: something else uses it");
    assertThat(new LinuxException("the pin", 5)).hasMessage("the pin: error 5");
  }
}
