package io.sockettwin.service.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the messages of the devices it is switched on for. Written by the thread of [Traces]
/// alone.
@Singleton
class MessageLog {
  private static final Logger LOG = Logger.getLogger(MessageLog.class);

  /// Rows in all, about half a kilobyte each; the oldest go first.
  static final int MAX_ROWS = 1_000_000;

  private static final int MAX_BATCH = 500;
  private static final int DELETED_AT_ONCE = 10_000;
  private static final Duration FLUSH_EVERY = Duration.ofMillis(500);
  private static final Duration CLEAN_EVERY = Duration.ofMinutes(1);

  private record Row(DeviceKey device, Traced traced) {}

  private final DataSource database;
  private final ObjectMapper json;
  private final LogSwitches switches;
  private final TraceConfig config;
  private final Counter lost;
  private final Map<DeviceKey, Allowance> allowances = new HashMap<>();
  private final List<Row> batch = new ArrayList<>();
  private Instant flushAt = Instant.EPOCH;
  private Instant cleanAt = Instant.EPOCH;

  MessageLog(
      DataSource database,
      ObjectMapper json,
      LogSwitches switches,
      TraceConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.json = json;
    this.switches = switches;
    this.config = config;
    lost =
        Counter.builder("sockettwin.trace.lost")
            .description("Messages that should have been kept")
            .register(metrics);
  }

  boolean isOff() {
    return switches.areAllOff();
  }

  boolean keeps(DeviceKey device) {
    return switches.isOn(device, Instant.now());
  }

  void add(DeviceKey device, Traced traced) {
    if (!keeps(device)) {
      return;
    }
    Allowance allowance =
        allowances
            .getOrDefault(device, Allowance.NONE)
            .spent(traced.at(), config.messagesPerMinute());
    allowances.put(device, allowance);
    allowance.gap(traced.at()).ifPresent(gap -> batch.add(new Row(device, gap)));
    if (allowance.isGranted()) {
      batch.add(new Row(device, traced));
    } else {
      lost.increment();
    }
    if (batch.size() >= MAX_BATCH) {
      flush();
    }
  }

  /// To be called again and again.
  void flushIfDue() {
    Instant now = Instant.now();
    if (now.isAfter(flushAt)) {
      flushAt = now.plus(FLUSH_EVERY);
      flush();
    }
    if (now.isAfter(cleanAt)) {
      cleanAt = now.plus(CLEAN_EVERY);
      allowances.keySet().removeIf(device -> !switches.isOn(device, now));
      clean(now);
    }
    switches.refreshIfDue(now);
  }

  /// What the database does not take is lost and counted; a log is not worth holding anything up.
  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    try {
      Sql.of(
              """
              insert into message_log (product_id, name, at, direction, method, code, content)
              select p, n, cast(a as timestamptz), d, m, cast(c as integer), cast(j as jsonb)
              from unnest(?, ?, ?, ?, ?, ?, ?) as u(p, n, a, d, m, c, j)
              """,
              column(row -> row.device().productId()),
              column(row -> row.device().deviceName()),
              column(row -> row.traced().at().toString()),
              column(row -> row.traced().direction().name()),
              column(row -> row.traced().method()),
              column(row -> row.traced().code() == null ? null : row.traced().code().toString()),
              column(row -> text(row.traced())))
          .run(database);
    } catch (PersistenceException e) {
      lost.increment(batch.size());
      LOG.warnf("%d messages were not kept: %s", batch.size(), e.getMessage());
    } finally {
      batch.clear();
    }
  }

  private void clean(Instant now) {
    try {
      Sql.of(
              "delete from message_log where number in"
                  + " (select number from message_log where at < ? order by at limit ?)",
              now.minus(config.retention()),
              DELETED_AT_ONCE)
          .run(database);
      Sql.of(
              "delete from message_log where number <= (select max(number) from message_log) - ?",
              MAX_ROWS)
          .run(database);
    } catch (PersistenceException e) {
      LOG.warnf("Old messages stay for now: %s", e.getMessage());
    }
  }

  private @Nullable String[] column(Function<Row, @Nullable String> value) {
    return batch.stream().map(value).toArray(String[]::new);
  }

  private String text(Traced traced) {
    try {
      return json.writeValueAsString(traced);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable: " + traced.method(), e);
    }
  }
}
