package io.sockettwin.service.trace;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// For which devices the message log is on. In memory what the database says, at most ten seconds
/// old; switches of this process count at once.
@Singleton
class LogSwitches {
  private static final Logger LOG = Logger.getLogger(LogSwitches.class);

  /// Devices that are logged at once.
  static final int MAX_ON = 1_000;

  private static final Duration REFRESH_EVERY = Duration.ofSeconds(10);

  private final DataSource database;
  private final Map<DeviceKey, Instant> onUntil = new ConcurrentHashMap<>();
  private Instant refreshAt = Instant.EPOCH;

  LogSwitches(DataSource database) {
    this.database = database;
  }

  boolean areAllOff() {
    return onUntil.isEmpty();
  }

  boolean isOn(DeviceKey device, Instant now) {
    Instant until = onUntil.get(device);
    return until != null && now.isBefore(until);
  }

  Optional<Instant> until(DeviceKey device) {
    return Sql.of(
            "select until from message_log_switch"
                + " where product_id = ? and name = ? and until > now()",
            device.productId(),
            device.deviceName())
        .first(database, row -> Sql.requireInstant(row, "until"));
  }

  void on(DeviceKey device, Instant until) {
    int changed =
        Sql.of(
                """
                insert into message_log_switch (product_id, name, until)
                select ?, ?, ?
                where (select count(*) from message_log_switch
                       where until > now() and (product_id, name) <> (?, ?)) < ?
                on conflict (product_id, name) do update set until = excluded.until
                """,
                device.productId(),
                device.deviceName(),
                until,
                device.productId(),
                device.deviceName(),
                MAX_ON)
            .run(database);
    if (changed == 0) {
      throw Problem.of(
              ProblemCode.IN_USE, "The messages of " + MAX_ON + " devices are kept already.")
          .refused();
    }
    onUntil.put(device, until);
  }

  void off(DeviceKey device) {
    Sql.of(
            "delete from message_log_switch where product_id = ? and name = ?",
            device.productId(),
            device.deviceName())
        .run(database);
    onUntil.remove(device);
  }

  /// To be called again and again, by one thread.
  void refreshIfDue(Instant now) {
    if (now.isBefore(refreshAt)) {
      return;
    }
    refreshAt = now.plus(REFRESH_EVERY);
    try {
      Map<DeviceKey, Instant> read = new ConcurrentHashMap<>();
      Sql.of("select product_id, name, until from message_log_switch where until > ?", now)
          .list(
              database,
              row ->
                  read.put(
                      new DeviceKey(row.getString(1), row.getString(2)),
                      Sql.requireInstant(row, "until")));
      onUntil.putAll(read);
      onUntil.keySet().retainAll(read.keySet());
    } catch (PersistenceException e) {
      LOG.debugf("Switches of the message log stay as they are: %s", e.getMessage());
    }
  }
}
