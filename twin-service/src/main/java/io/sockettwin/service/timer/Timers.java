package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.timer.SunTimes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The timers that people edit.
@Singleton
class Timers {
  private final TimerRepository rows;
  private final TimerCheck check;
  private final SunTimes sun;
  private final MergePatch patch;
  private final ObjectMapper json;
  private final DataSource database;

  Timers(
      TimerRepository rows,
      TimerCheck check,
      SunTimes sun,
      MergePatch patch,
      ObjectMapper json,
      DataSource database) {
    this.rows = rows;
    this.check = check;
    this.sun = sun;
    this.patch = patch;
    this.json = json;
    this.database = database;
  }

  @Transactional
  TimerView get(UUID id) {
    return view(require(id));
  }

  @Transactional
  Created<TimerView> create(TimerDraft draft, Instant now) {
    TimerRow row = new TimerRow();
    row.id = UUID.randomUUID();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    arm(row, draft, now);
    rows.persistAndFlush(row);
    writeDevices(row.id, draft);
    return new Created<>("/api/timers/" + row.id, row.version, view(row));
  }

  /// What is about to happen by the old version and is not due yet is taken back.
  @Transactional
  TimerView change(UUID id, ObjectNode change, @Nullable String ifMatch, Instant now) {
    TimerRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    TimerDraft before = TimerJson.read(json, row.content);
    TimerDraft after = patch.apply(base(before, change), change, TimerDraft.class);
    if (after.isLike(before)) {
      row.content = TimerJson.write(json, after);
      rows.flush();
      return view(row);
    }
    arm(row, after, now);
    rows.flush();
    Sql.of(
            "delete from timer_firing where timer_id = ? and state = 'WAITING' and due_at > ?",
            id,
            now)
        .run(database);
    Sql.of("delete from timer_device where timer_id = ?", id).run(database);
    writeDevices(id, after);
    return view(row);
  }

  /// A rule is replaced as a whole, since fields of two kinds of rule must not mix.
  private ObjectNode base(TimerDraft before, ObjectNode change) {
    ObjectNode base = json.valueToTree(before);
    if (change.has("rule")) {
      base.remove("rule");
    }
    return base;
  }

  /// Its history goes with it; controls stay.
  @Transactional
  void delete(UUID id, @Nullable String ifMatch) {
    TimerRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  void requireExisting(UUID id) {
    if (Sql.of("select 1 from timer where id = ?", id).first(database, _ -> true).isEmpty()) {
      throw none(id);
    }
  }

  private void arm(TimerRow row, TimerDraft draft, Instant now) {
    Armed armed = check.require(draft, now);
    row.content = TimerJson.write(json, draft);
    row.nextAt = draft.enabledOrTrue() ? armed.next(sun, now).orElse(null) : null;
  }

  private void writeDevices(UUID id, TimerDraft draft) {
    int number = 0;
    for (ActionDraft action : draft.actions()) {
      Sql.of(
              "insert into timer_device (timer_id, number, product_id, name) values (?, ?, ?, ?)",
              id,
              number++,
              action.productId(),
              action.name())
          .run(database);
    }
  }

  private TimerView view(TimerRow row) {
    return TimerView.of(row, TimerJson.read(json, row.content));
  }

  private TimerRow require(UUID id) {
    return rows.findByIdOptional(id).orElseThrow(() -> none(id));
  }

  private static RuntimeException none(UUID id) {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no timer " + id + ".").refused();
  }
}
