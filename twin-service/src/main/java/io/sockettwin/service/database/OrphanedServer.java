package io.sockettwin.service.database;

import io.sockettwin.service.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server whose service was killed lives on and holds the folder; it is stopped before the next.
final class OrphanedServer {
  private static final String PID_FILE = "postmaster.pid";
  private static final long STOP_SECONDS = 60;

  private OrphanedServer() {}

  /// Stops the server on this folder, if one runs. The caller holds the data folder's lock, so it
  /// cannot be the server of another service.
  static void stop(Path folder, Path binaries) throws IOException {
    Path pidFile = folder.resolve(PID_FILE);
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> process = running(folder);
    if (process.isEmpty()) {
      // After a restart of the machine or container another program may have that process id;
      // the server would then refuse to start.
      Files.delete(pidFile);
    } else if (isOurs(process.get(), folder, binaries)) {
      stop(process.get());
      Files.deleteIfExists(pidFile);
    }
    // Somebody else's PostgreSQL is not ours to stop; the new server judges the file itself.
  }

  /// The server that the folder's file names, if it runs.
  static Optional<ProcessHandle> running(Path folder) throws IOException {
    Path pidFile = folder.resolve(PID_FILE);
    List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    return ProcessHandle.of(pid).filter(OrphanedServer::isPostgres);
  }

  static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
        .isPresent();
  }

  private static boolean isOurs(ProcessHandle process, Path folder, Path binaries) {
    boolean sameFolder =
        Arrays.asList(process.info().arguments().orElse(new String[0])).contains(folder.toString());
    return sameFolder
        || process.info().command().filter(c -> Path.of(c).startsWith(binaries)).isPresent();
  }

  private static void stop(ProcessHandle server) throws IOException {
    try {
      if (server.supportsNormalTermination()) {
        // SIGINT is PostgreSQL's fast shutdown; the SIGTERM of ProcessHandle waits for clients.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      } else {
        server.destroy();
      }
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new StartupRefused(
          "The PostgreSQL server of an earlier SocketTwin, process %d, does not stop: stop it and start again."
              .formatted(server.pid()));
    }
  }
}
