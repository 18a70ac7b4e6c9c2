package io.sockettwin.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The broker that most homes with Home Assistant run, with a password, on a port of its own.
final class Mosquitto implements AutoCloseable {
  static final String USER = "home";
  static final String PASSWORD = "sweet home";

  private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

  private final int port;
  private final Process process;

  private Mosquitto(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /// Skips the test where it is not installed.
  static Mosquitto start(Path folder) throws IOException, InterruptedException {
    Optional<Path> program = installed("mosquitto");
    Optional<Path> passwords = installed("mosquitto_passwd");
    assumeTrue(
        program.isPresent() && passwords.isPresent(),
        "no Mosquitto is installed: Home Assistant's side is not tested here");
    Path file = folder.resolve("passwords");
    Files.createFile(file);
    run(passwords.get().toString(), "-b", file.toString(), USER, PASSWORD);
    int port = Program.freePort();
    Path settings =
        Files.write(
            folder.resolve("mosquitto.conf"),
            List.of(
                "listener " + port + " 127.0.0.1",
                "allow_anonymous false",
                "user " + System.getProperty("user.name"),
                "password_file " + file));
    Process process =
        new ProcessBuilder(program.get().toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    return new Mosquitto(port, process);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command[0] + " ended with " + code);
    }
  }

  private static Optional<Path> installed(String name) {
    Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.concat(path, FOLDERS.stream())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
