package io.sockettwin.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A Java program in a process of its own, its output in a file.
final class Child implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /// Starts the jar with the Java that runs this program.
  ///
  /// @param javaOptions for example `-Dkey=value`
  /// @param typed whether it shares this program's keyboard and screen
  static Child start(
      String name,
      Path jar,
      List<String> javaOptions,
      List<String> arguments,
      Path log,
      Typed typed)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (typed == Typed.YES) {
      builder.inheritIO().redirectError(log.toFile());
    } else {
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }
    return new Child(name, builder.start(), log);
  }

  enum Typed {
    YES,
    NO
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Completes with the exit code.
  CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  long pid() {
    return process.pid();
  }

  /// Where a test types to a program that does not share the keyboard.
  void type(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  /// What a person should read when it ended by itself.
  ProgramFailed failure() {
    return new ProgramFailed(name + " has ended: " + lastLine());
  }

  private String lastLine() {
    try {
      List<String> lines =
          Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "it said nothing." : lines.getLast();
    } catch (IOException e) {
      return "its output is in " + log + ".";
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// In an orderly way, if it lets us.
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }
}
