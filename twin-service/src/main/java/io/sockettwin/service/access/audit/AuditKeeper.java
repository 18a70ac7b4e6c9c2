package io.sockettwin.service.access.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.access.AccessConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Keeps the log within its bounds.
@Singleton
class AuditKeeper {
  private static final Logger LOG = Logger.getLogger(AuditKeeper.class);

  private static final Duration ROUND = Duration.ofHours(1);

  private final AuditLog log;
  private final AccessConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  AuditKeeper(AuditLog log, AccessConfig config) {
    this.log = log;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    var _ = Thread.ofVirtual().name("audit-keeper").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      do {
        round();
      } while (!stopped.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      log.clean(Instant.now().minus(config.auditRetention()));
    } catch (RuntimeException e) {
      LOG.warnf("The audit log is cleaned next time: %s", e.getMessage());
    }
  }
}
