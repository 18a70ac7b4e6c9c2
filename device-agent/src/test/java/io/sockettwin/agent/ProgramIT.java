package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program, run as a user would run it.
class ProgramIT {
  private static final long LIMIT_SECONDS = 60;

  @TempDir private Path folder;

  private record Ended(int exitCode, String output) {}

  private Ended run(Path javaHome, String... arguments) throws Exception {
    Path output = folder.resolve("output");
    List<String> command =
        Stream.concat(
                Stream.of(
                    javaHome.resolve("bin/java").toString(),
                    "-jar",
                    System.getProperty("program.under.test")),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output).strip());
  }

  @Test
  void tellsItsVersion() throws Exception {
    Ended ended = run(Path.of(System.getProperty("java.home")), "--version");
    assertThat(ended.output()).matches("device-agent \\d.*").doesNotContain("\n");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void refusesAMistakeOfTheCallerInASentence() throws Exception {
    Ended ended = run(Path.of(System.getProperty("java.home")), "--service", "host:port");
    assertThat(ended.output()).startsWith("device-agent: --service").doesNotContain("\n");
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Optional<Path> old = oldJava();
    assumeTrue(old.isPresent(), "no Java before 25 is installed here");
    Ended ended = run(old.get(), "--version");
    assertThat(ended.output())
        .contains("needs Java 25 or newer")
        .doesNotContain("\n")
        .endsWith(".");
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  private static Optional<Path> oldJava() throws IOException {
    Path parent = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(parent)) {
      return found
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> home.getFileName().toString().matches(".*\\b(1\\.)?(8|11|17|21)\\b.*"))
          .findFirst();
    }
  }
}
