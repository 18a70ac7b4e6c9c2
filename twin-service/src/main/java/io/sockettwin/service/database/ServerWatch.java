package io.sockettwin.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// Keeps a server running: one that ends unasked is started again, for ever, with growing pauses.
/// Whoever uses it sees broken connections meanwhile, and the service is not ready.
final class ServerWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ServerWatch.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(10);

  private final Path folder;
  private final Path log;
  private final Duration startLimit;
  private final EmbeddedPostgres server;
  private final Thread thread =
      Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::watch);
  private volatile boolean closed;

  /// @param folder the server's data folder
  /// @param log where the server writes
  ServerWatch(Path folder, Path log, Duration startLimit, EmbeddedPostgres server) {
    this.folder = folder;
    this.log = log;
    this.startLimit = startLimit;
    this.server = server;
    thread.start();
  }

  private void watch() {
    try {
      while (!closed) {
        awaitEnd();
        if (closed) {
          return;
        }
        LOG.error("The embedded PostgreSQL server ended, starting it again");
        Duration pause = FIRST_PAUSE;
        while (!restarted()) {
          Thread.sleep(pause.toMillis() + ThreadLocalRandom.current().nextLong(pause.toMillis()));
          pause = pause.compareTo(LAST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LAST_PAUSE;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The process that the library knows is only the one that started the server.
  private void awaitEnd() throws InterruptedException {
    try {
      Optional<ProcessHandle> running = OrphanedServer.running(folder);
      if (running.isPresent()) {
        running.get().onExit().get();
      }
    } catch (IOException | ExecutionException e) {
      LOG.debug("Whether the server runs cannot be told", e);
    }
  }

  /// The file `postmaster.pid` stays: by it the new server knows whether something of the old one
  /// still holds the shared memory, and then it does not start.
  private synchronized boolean restarted() throws InterruptedException {
    if (closed) {
      return true;
    }
    try {
      if (OrphanedServer.running(folder).isEmpty()) {
        Leftovers.end(folder);
        PgCtl.startAgain(folder, log, startLimit);
      }
      LOG.info("The embedded PostgreSQL server runs again");
      return true;
    } catch (IOException e) {
      LOG.errorf("The embedded PostgreSQL server did not start: %s", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    thread.interrupt();
    stop();
  }

  /// Not while it is being started.
  private synchronized void stop() throws IOException {
    server.close();
  }
}
