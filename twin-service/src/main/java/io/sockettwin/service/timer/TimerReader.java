package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.telemetry.Csv;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Lists of timers and of what they did.
@Singleton
class TimerReader {
  private static final String FIRINGS =
      """
      select f.timer_id, f.due_at, f.product_id, f.name, f.state, f.decided_at, f.reason,
             f.control_id, c.stage
      from timer_firing f left join control c on c.id = f.control_id
      where f.timer_id = ?
      """;

  private static final String NEWEST_FIRST =
      "order by f.due_at desc, f.product_id desc, f.name desc";

  private static final List<String> COLUMNS =
      List.of(
          "due_at",
          "product",
          "device",
          "state",
          "decided_at",
          "reason",
          "control",
          "control_stage");

  private final DataSource database;
  private final ObjectMapper json;
  private final Visible visible;

  TimerReader(DataSource database, ObjectMapper json, Visible visible) {
    this.database = database;
    this.json = json;
    this.visible = visible;
  }

  /// Oldest first.
  Slice<TimerView> timers(TimerFilter filter, SliceParams part) {
    Sql sql = filter.where(Sql.of("select id, content, next_at, created_at, version from timer"));
    // One for several devices shows what all of them do.
    visible
        .onlyOf()
        .ifPresent(user ->
            sql.add(
                "and not exists (select 1 from timer_device where timer_id = timer.id"
                    + " and (product_id, name) not in "
                    + Visible.DEVICES
                    + ")",
                user));
    Optional<Cursor> after = part.cursor(2);
    after.ifPresent(it -> sql.add("and (created_at, id) > (?, ?)", it.instant(0), it.uuid(1)));
    List<TimerView> found =
        sql.add("order by created_at, id limit ?", part.limit()).list(database, this::timer);
    return Slice.of(found, part, it -> Cursor.at(it.createdAt(), it.id()), it -> it);
  }

  private TimerView timer(ResultSet row) throws SQLException {
    TimerRow timer = new TimerRow();
    timer.id = row.getObject("id", UUID.class);
    timer.nextAt = Sql.instant(row, "next_at");
    timer.createdAt = Sql.requireInstant(row, "created_at");
    timer.version = row.getInt("version");
    return TimerView.of(timer, TimerJson.read(json, row.getString("content")));
  }

  /// Newest first.
  Slice<FiringView> firings(UUID timerId, SliceParams part) {
    Sql sql = Sql.of(FIRINGS, timerId);
    part.cursor(3)
        .ifPresent(it ->
            sql.add(
                "and (f.due_at, f.product_id, f.name) < (?, ?, ?)",
                it.instant(0),
                it.text(1),
                it.text(2)));
    List<FiringView> found =
        sql.add(NEWEST_FIRST).add("limit ?", part.limit()).list(database, TimerReader::firing);
    return Slice.of(found, part, it -> Cursor.at(it.dueAt(), it.productId(), it.name()), it -> it);
  }

  /// All of them, row by row, newest first.
  void export(UUID timerId, OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    csv.row(COLUMNS);
    Sql.of(FIRINGS, timerId).add(NEWEST_FIRST).stream(database, row -> write(csv, firing(row)));
    csv.flush();
  }

  private static void write(Csv csv, FiringView firing) {
    try {
      csv.row(
          Arrays.asList(
              firing.dueAt(),
              firing.productId(),
              firing.name(),
              firing.state().name().toLowerCase(Locale.ROOT),
              firing.decidedAt(),
              firing.reason(),
              firing.controlId(),
              firing.controlStage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FiringView firing(ResultSet row) throws SQLException {
    return new FiringView(
        row.getObject("timer_id", UUID.class),
        Sql.requireInstant(row, "due_at"),
        row.getString("product_id"),
        row.getString("name"),
        FiringState.valueOf(row.getString("state")),
        Sql.instant(row, "decided_at"),
        row.getString("reason"),
        row.getString("control_id"),
        row.getString("stage"));
  }
}
