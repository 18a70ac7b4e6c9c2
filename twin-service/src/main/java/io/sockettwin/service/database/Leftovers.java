package io.sockettwin.service.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Processes of a killed server live on until they notice. As long as one does, the old server's
/// shared memory is in use, and a new one refuses to start.
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(20);

  private Leftovers() {}

  /// Waits until nobody works in the folder any more; who does not notice in time is ended. Nothing
  /// is lost by that: without their server they cannot commit. Where there is no `/proc`, nobody is
  /// found.
  static void end(Path folder) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<ProcessHandle> left = of(folder);
    while (!left.isEmpty()) {
      if (System.nanoTime() > until) {
        left.forEach(ProcessHandle::destroyForcibly);
      }
      Thread.sleep(POLL);
      left = of(folder);
    }
  }

  private static List<ProcessHandle> of(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(OrphanedServer::isPostgres)
        .filter(process -> worksIn(folder, process))
        .toList();
  }

  private static boolean worksIn(Path folder, ProcessHandle process) {
    try {
      Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return workingFolder.toRealPath().equals(folder.toRealPath());
    } catch (IOException e) {
      return false; // Gone meanwhile, or somebody else's.
    }
  }
}
