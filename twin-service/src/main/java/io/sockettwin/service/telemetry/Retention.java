package io.sockettwin.service.telemetry;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/// Makes partitions ahead, and gives up what is old enough.
@Singleton
class Retention {
  /// Writers find their partition there; a service that sleeps longer makes it when it needs it.
  private static final Duration AHEAD = Duration.ofDays(3);

  /// Reports may still be on their way for a day.
  private static final Duration SHORTEST = Duration.ofDays(2);

  private static final int MAX_CONTROLS_AT_ONCE = 10_000;

  private static final String DELETE_CONTROLS =
      """
      delete from control where id = any (array(
        select id from control where accepted_at < ? and stage not in ('ACCEPTED', 'SENT', 'DELIVERED')
        limit ?))
      """;

  private final DataSource database;
  private final Layouts layouts;
  private final Partitions partitions;
  private final TelemetryMetrics metrics;
  private final TelemetryConfig config;
  private final List<RetainedTable> others;

  /// @param others tables of other features
  Retention(
      DataSource database,
      Layouts layouts,
      Partitions partitions,
      TelemetryMetrics metrics,
      TelemetryConfig config,
      @All List<RetainedTable> others) {
    this.database = database;
    this.layouts = layouts;
    this.partitions = partitions;
    this.metrics = metrics;
    this.config = config;
    this.others = others;
  }

  void sweep(Instant now) throws SQLException {
    List<String> products = layouts.renewChanged();
    for (String productId : products) {
      for (Level level : Level.values()) {
        keep(level.table(productId), span(level), now);
      }
    }
    keep(Table.EVENT, config.events(), now);
    for (RetainedTable other : others) {
      keep(other.table(), other.span(), now);
    }
    deleteControls(now.minus(config.controls()));
  }

  /// How long a level is kept.
  Duration span(Level level) {
    Duration span =
        switch (level) {
          case REPORT -> config.reports();
          case MINUTE -> config.minutes();
          case HOUR -> config.hours();
          case DAY -> config.days();
        };
    return span.compareTo(SHORTEST) < 0 ? SHORTEST : span;
  }

  private void keep(Table table, Duration span, Instant now) throws SQLException {
    partitions.require(table, now);
    partitions.require(table, now.plus(AHEAD));
    int dropped = partitions.dropBefore(table, now.minus(span));
    if (dropped > 0) {
      metrics.dropped(dropped);
    }
  }

  private void deleteControls(Instant before) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DELETE_CONTROLS)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.setInt(2, MAX_CONTROLS_AT_ONCE);
      int deleted;
      do {
        deleted = statement.executeUpdate();
      } while (deleted == MAX_CONTROLS_AT_ONCE);
    }
  }
}
