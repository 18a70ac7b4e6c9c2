package io.sockettwin.service.alarm;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Tells whoever follows the alarms what has become of them, in the order of the commits.
@Singleton
class AlarmFeed {
  private static final Logger LOG = Logger.getLogger(AlarmFeed.class);

  /// Ids of changed alarms; what is beyond is passed over and counted.
  static final int MAX_WAITING = 10_000;

  private static final int MAX_BATCH = 500;

  private final DataSource database;
  private final AlarmMetrics metrics;
  private final BlockingQueue<String> changed = new LinkedBlockingQueue<>(MAX_WAITING);
  private final List<Consumer<AlarmView>> followers = new CopyOnWriteArrayList<>();
  private final Thread teller;

  AlarmFeed(DataSource database, AlarmMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
    teller = Thread.ofVirtual().name("alarm-feed").start(this::tell);
  }

  @PreDestroy
  void stop() {
    teller.interrupt();
  }

  /// Calls the follower for each alarm that is raised or changed from now on.
  ///
  /// @return ends the following
  Runnable follow(Consumer<AlarmView> follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  void changed(AlarmBatch batch) {
    Set<AlarmBatch.Key> keys = new LinkedHashSet<>(batch.raised.keySet());
    keys.addAll(batch.changes.keySet());
    keys.forEach(key -> changed(key.id()));
  }

  void changed(String id) {
    if (!followers.isEmpty() && !changed.offer(id)) {
      metrics.missed();
    }
  }

  private void tell() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<String> ids = new ArrayList<>(List.of(changed.take()));
        changed.drainTo(ids, MAX_BATCH - 1);
        read(new LinkedHashSet<>(ids))
            .forEach(alarm -> followers.forEach(follower -> follower.accept(alarm)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<AlarmView> read(Set<String> ids) {
    try (Connection connection = database.getConnection()) {
      return AlarmReader.byIds(connection, ids);
    } catch (SQLException e) {
      LOG.warnf("Followers miss %d alarms: %s", ids.size(), e.getMessage());
      ids.forEach(_ -> metrics.missed());
      return List.of();
    }
  }
}
