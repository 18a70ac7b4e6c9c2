package io.sockettwin.service.alarm;

import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Pushes;
import io.sockettwin.service.twin.LaneTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes what a lane found in the lane's transaction, and tells of it after the commit.
@Singleton
class AlarmWriter {
  /// SQLSTATE "serialization failure": the lane tries again at once.
  private static final String TRY_AGAIN = "40001";

  private final RunningFlows flows;
  private final Pushes pushes;
  private final AlarmFeed feed;
  private final AlarmMetrics metrics;

  AlarmWriter(RunningFlows flows, Pushes pushes, AlarmFeed feed, AlarmMetrics metrics) {
    this.flows = flows;
    this.pushes = pushes;
    this.feed = feed;
    this.metrics = metrics;
  }

  void write(AlarmBatch batch, LaneTransaction transaction) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    Connection connection = transaction.connection();
    Map<String, ActiveFlow> concerned = new HashMap<>();
    batch.memories.values().forEach(it -> concerned.put(it.flow().id(), it.flow()));
    if (!concerned.isEmpty()) {
      if (!FlowStore.lock(connection, concerned.values())) {
        flows.outdated();
        throw new SQLException("a flow was changed meanwhile", TRY_AGAIN);
      }
      if (!FlowStore.write(connection, batch.memories)) {
        throw new SQLException("another replica heard of the same device", TRY_AGAIN);
      }
    }
    AlarmStore.write(connection, batch);
    List<Notice> notices = notices(batch);
    Runnable told = notices.isEmpty() ? () -> {} : pushes.enqueue(connection, notices);
    transaction.afterCommit(() -> {
      metrics.committed(batch);
      told.run();
      feed.changed(batch);
    });
  }

  private static List<Notice> notices(AlarmBatch batch) {
    List<Notice> notices = new ArrayList<>();
    batch.raised.values().stream()
        .filter(it -> it.flow().isLive() && !it.flow().draft().outputsOrNone().push().isEmpty())
        .forEach(it -> notices.add(AlarmNotice.raised(it)));
    batch.changes.forEach((key, it) -> {
      Outputs outputs = it.flow().draft().outputsOrNone();
      if (it.cleared() != null
          && it.flow().isLive()
          && outputs.whenCleared()
          && !outputs.push().isEmpty()) {
        notices.add(AlarmNotice.cleared(key, it, it.cleared()));
      }
    });
    return notices;
  }
}
