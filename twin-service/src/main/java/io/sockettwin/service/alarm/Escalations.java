package io.sockettwin.service.alarm;

import io.sockettwin.service.push.Hops;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Pushes;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Tells others of alarms that nobody has acknowledged in time. Once each, also with replicas.
@Singleton
class Escalations {
  static final int MAX_BATCH = 200;

  private static final String CLAIM =
      """
      update alarm set escalated_at = ?
      where id in (select id from alarm where escalate_at <= ? and escalated_at is null
                     and acknowledged_at is null and cleared_at is null
                   order by escalate_at limit ? for update skip locked)
      returning id, flow_id, episode, severity, title_en, title_zh, text_en, text_zh, product_id,
        name, event_at, received_at
      """;

  private final DataSource database;
  private final RunningFlows flows;
  private final Pushes pushes;
  private final AlarmFeed feed;
  private final AlarmMetrics metrics;

  Escalations(
      DataSource database,
      RunningFlows flows,
      Pushes pushes,
      AlarmFeed feed,
      AlarmMetrics metrics) {
    this.database = database;
    this.flows = flows;
    this.pushes = pushes;
    this.feed = feed;
    this.metrics = metrics;
  }

  void tell(Instant now) throws SQLException {
    int told = MAX_BATCH;
    while (told == MAX_BATCH) {
      told = tellSome(now);
    }
  }

  private int tellSome(Instant now) throws SQLException {
    Map<String, List<String>> channels = channels();
    List<Notice> notices = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Runnable told;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
        claim.setObject(1, now.atOffset(ZoneOffset.UTC));
        claim.setObject(2, now.atOffset(ZoneOffset.UTC));
        claim.setInt(3, MAX_BATCH);
        try (ResultSet rows = claim.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getString(1));
            List<String> to = channels.getOrDefault(rows.getString(2), List.of());
            if (!to.isEmpty()) {
              notices.add(notice(rows, to, now));
            }
          }
        }
        told = pushes.enqueue(connection, notices);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
    told.run();
    ids.forEach(id -> {
      metrics.escalated();
      feed.changed(id);
    });
    return ids.size();
  }

  private Map<String, List<String>> channels() throws SQLException {
    Map<String, List<String>> channels = new HashMap<>();
    flows
        .active()
        .byProduct()
        .values()
        .forEach(all ->
            all.forEach(flow -> {
              Outputs.Escalation escalation = flow.draft().outputsOrNone().escalation();
              if (escalation != null) {
                channels.put(flow.id(), escalation.push());
              }
            }));
    return channels;
  }

  private static Notice notice(ResultSet row, List<String> channels, Instant now)
      throws SQLException {
    return AlarmNotice.escalated(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        Severity.valueOf(row.getString(4)),
        new Texts(row.getString(5), row.getString(6)),
        new Texts(row.getString(7), row.getString(8)),
        new DeviceKey(row.getString(9), row.getString(10)),
        new Hops(
            row.getObject(11, OffsetDateTime.class).toInstant(),
            row.getObject(12, OffsetDateTime.class).toInstant(),
            now),
        channels);
  }
}
