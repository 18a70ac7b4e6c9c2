package io.sockettwin.quickstart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of ours in a process of its own.
final class ChildProcess {
  /// What the service asks of itself, 30 s for the application, and then some for its database.
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  /// Exit codes above are of processes that a signal ended, before they could say why.
  private static final int SIGNALLED = 128;

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedWriter keyboard;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.keyboard =
        process.outputWriter(Charset.forName(System.getProperty("native.encoding", "UTF-8")));
  }

  /// Starts it with a new log, which is what it writes as errors; the output may go there as well.
  static ChildProcess start(String name, List<String> command, Redirect output, Path log)
      throws IOException {
    Files.deleteIfExists(log);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output)
            .redirectError(Redirect.appendTo(log.toFile()))
            .start();
    return new ChildProcess(name, process, log);
  }

  /// Whether it ends within this time; of no time, whether it has ended.
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Why there is nothing to go on with, now that it has ended by itself.
  CannotGoOn ended() {
    String words = process.exitValue() > SIGNALLED ? "" : lastWords();
    return new CannotGoOn(
        "The %s ended with exit code %d%s Its log is %s."
            .formatted(name, process.exitValue(), words.isEmpty() ? "." : ": " + words, log));
  }

  /// Why there is nothing to wait for any longer.
  CannotGoOn notReady(Duration waited) {
    return new CannotGoOn(
        "The %s is not ready after %d seconds. Its log is %s."
            .formatted(name, waited.toSeconds(), log));
  }

  /// One that refuses to start says why in its last line.
  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log).stream().filter(it -> !it.isBlank()).toList();
      return lines.isEmpty() ? "" : lines.getLast().strip();
    } catch (IOException e) {
      return "";
    }
  }

  /// Hands it a line as if it had been typed.
  void type(String line) {
    try {
      keyboard.write(line);
      keyboard.newLine();
      keyboard.flush();
    } catch (IOException e) {
      // It ended, which is noticed elsewhere.
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Stops it as Ctrl-C does, and by force if it does not obey.
  void stop() throws InterruptedException {
    process.destroy();
    if (!endsWithin(STOP_LIMIT)) {
      kill();
    }
  }

  /// Ends it at once, as a loss of power does.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
