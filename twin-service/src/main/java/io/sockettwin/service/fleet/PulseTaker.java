package io.sockettwin.service.fleet;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.sql.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Feels the pulse of the fleet all the time, so that whoever comes to look sees the last hour.
@Singleton
class PulseTaker {
  private static final Logger LOG = Logger.getLogger(PulseTaker.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final String CONNECTED = "select count(*) from twin where connected";

  private final DataSource database;
  private final Meters meters;
  private final Pulse pulse;
  private final CountDownLatch stopped = new CountDownLatch(1);

  PulseTaker(DataSource database, Meters meters, Pulse pulse) {
    this.database = database;
    this.meters = meters;
    this.pulse = pulse;
  }

  void start(@Observes StartupEvent event) {
    pulse.begin(meters.read(), Instant.now());
    var _ = Thread.ofVirtual().name("fleet-pulse").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          long connected = Sql.of(CONNECTED).first(database, row -> row.getLong(1)).orElseThrow();
          pulse.beat(connected, meters.read(), Instant.now());
        } catch (RuntimeException e) {
          LOG.debugf("A beat is left out: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
