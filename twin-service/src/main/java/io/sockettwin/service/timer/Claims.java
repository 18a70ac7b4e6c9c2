package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.sql.KeyedTransaction;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Columns;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.timer.SunTimes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes timers whose moment is near: writes what they are to do, and moves them on to their next
/// moment. Replicas share them, as each passes over those that another one is just taking.
@Singleton
class Claims {
  private static final Logger LOG = Logger.getLogger(Claims.class);

  /// Timers of one transaction.
  static final int MAX_BATCH = 500;

  private static final String NEAR =
      """
      select t.id, t.content, t.next_at, w.time_zone, w.latitude, w.longitude
      from timer t
      left join lateral (select product_id, name from timer_device
                          where timer_id = t.id order by number limit 1) d on true
      left join whereabouts w on w.product_id = d.product_id and w.name = d.name
      where t.next_at <= ? order by t.next_at limit ? for update of t skip locked
      """;

  private static final String MOVE_ON =
      """
      update timer set next_at = u.n::timestamptz
      from unnest(?::text[], ?::text[]) as u(t, n) where id = u.t::uuid
      """;

  /// A timer as it was found.
  private record Found(UUID id, String content, Instant nextAt, Whereabout device) {}

  /// What there is to write.
  private record Written(Columns timers, Columns firings, List<Appointment> appointments) {
    Written() {
      this(new Columns(2), new Columns(FiringStore.INSERTED_COLUMNS), new ArrayList<>());
    }
  }

  private final DataSource database;
  private final SunTimes sun;
  private final ObjectMapper json;

  Claims(DataSource database, SunTimes sun, ObjectMapper json) {
    this.database = database;
    this.sun = sun;
    this.json = json;
  }

  /// @param appointments when devices are to be called
  /// @param more whether there may be more timers as near as these
  record Claimed(List<Appointment> appointments, boolean more) {}

  /// @param until how near is near
  Claimed claim(Instant now, Instant until) throws SQLException {
    try (Connection connection = database.getConnection()) {
      KeyedTransaction.begin(connection);
      try {
        List<Found> found =
            Sql.of(NEAR, until, MAX_BATCH)
                .list(
                    connection,
                    row ->
                        new Found(
                            row.getObject("id", UUID.class),
                            row.getString("content"),
                            Sql.requireInstant(row, "next_at"),
                            Whereabout.read(row)));
        Written written = new Written();
        found.forEach(timer -> decide(timer, now, written));
        written.timers.execute(connection, MOVE_ON);
        FiringStore.insert(connection, written.firings);
        connection.commit();
        return new Claimed(written.appointments, found.size() == MAX_BATCH);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private void decide(Found timer, Instant now, Written written) {
    TimerDraft draft = TimerJson.read(json, timer.content);
    Optional<Armed> armed = Armed.of(draft, timer.device);
    if (armed.isEmpty()) {
      LOG.warnf("timer %s: without a time zone or a place it cannot go on", timer.id);
      written.timers.add(timer.id, null);
      return;
    }
    Turn turn = armed.get().turn(sun, timer.nextAt, now, draft.grace());
    written.timers.add(timer.id, turn.next());
    Instant due = turn.due();
    if (turn.missed() != null) {
      String reason = "missed: the service was away until " + now;
      draft.actions().forEach(it -> add(timer, draft, it, turn.missed(), reason, written.firings));
    }
    if (due != null) {
      for (ActionDraft action : draft.actions()) {
        add(timer, draft, action, due, null, written.firings);
        written.appointments.add(
            new Appointment(new DeviceKey(action.productId(), action.name()), due));
      }
    }
  }

  private static void add(
      Found timer,
      TimerDraft draft,
      ActionDraft action,
      Instant at,
      @Nullable String reason,
      Columns firings) {
    Duration lateness = Armed.lateness(draft.grace());
    firings.add(
        timer.id,
        at,
        action.productId(),
        action.name(),
        action.values(),
        at.plus(lateness),
        draft.patience().toSeconds(),
        reason);
  }

  /// Devices for which something has waited since before this moment.
  List<DeviceKey> overdue(Instant before, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return FiringStore.overdue(connection, before, limit);
    }
  }
}
