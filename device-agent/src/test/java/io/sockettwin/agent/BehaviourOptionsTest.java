package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.socket.RestorePolicy;
import io.sockettwin.socket.ScheduleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BehaviourOptionsTest {

  @TempDir private Path folder;

  @Test
  void areThoseOfTheOriginalUnlessTold() throws IOException {
    BehaviourOptions options = options();

    assertThat(options.settings().handling().restore()).isEqualTo(RestorePolicy.OFF);
    assertThat(options.settings().handling().tellsSchedule()).isFalse();
    assertThat(options.schedule()).isEmpty();
  }

  @Test
  void takePolicyAndCloud() {
    BehaviourOptions options = options("--restore", "LAST", "--cloud-schedule");

    assertThat(options.settings().handling().restore()).isEqualTo(RestorePolicy.LAST);
    assertThat(options.settings().handling().tellsSchedule()).isTrue();
  }

  @Test
  void readTheTimersOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("timers"), "Europe/Berlin\nmon 06:30 on # up\n");

    assertThat(options("--schedule", file.toString()).schedule().map(ScheduleText::write))
        .contains("Europe/Berlin; mon 06:30 on");
  }

  @Test
  void nameTheOptionWhoseFileIsWrong() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "mon sometimes on");
    refuses(wrong, "timer 1 must be like mon-fri 06:30 on");
    refuses(folder.resolve("nothing"), "it cannot be read");
    refuses(Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, 1}), "no text");
    refuses(Files.writeString(folder.resolve("long"), " ".repeat(20_000)), "16384 bytes");
  }

  private static void refuses(Path file, String words) {
    assertThatThrownBy(() -> options("--schedule", file.toString()).schedule())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("--schedule " + file + ": ")
        .hasMessageContaining(words);
  }

  private static BehaviourOptions options(String... args) {
    BehaviourOptions options = new BehaviourOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(args);
    return options;
  }
}
