package io.sockettwin.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The database server that the service brings along. It outlives a service that was killed.
final class Database {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private Database() {}

  /// The server that runs on the service's data folder, if one does.
  private static Optional<ProcessHandle> running(Path serviceFolder) {
    Path folder = serviceFolder.resolve("postgres");
    try {
      List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(process -> isServerOn(process, folder));
    } catch (IOException e) {
      // Without the file no server runs.
      return Optional.empty();
    }
  }

  /// The file may be an old one and the process id another program's by now.
  private static boolean isServerOn(ProcessHandle process, Path folder) {
    return process
        .info()
        .arguments()
        .filter(arguments -> List.of(arguments).contains(folder.toString()))
        .isPresent();
  }

  /// Stops a server whose service is gone.
  static void stop(Path serviceFolder) throws InterruptedException {
    Optional<ProcessHandle> server = running(serviceFolder);
    if (server.isEmpty()) {
      return;
    }
    server.get().destroy();
    try {
      server.get().onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      server.get().destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
