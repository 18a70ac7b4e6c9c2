package io.sockettwin.service.fleet;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// The runs of load-sim that somebody attached.
@Singleton
class LoadRuns {
  /// Older ones make room for new ones.
  static final int MAX_RUNS = 50;

  private static final String INSERT =
      """
      insert into load_run
        (id, attached_at, attached_by, scenario, verdict, started_at, seconds, sockets, report)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String DELETE_OLDEST =
      """
      delete from load_run where id in
        (select id from load_run order by attached_at desc, id offset ?)\
      """;

  private static final String LIST =
      """
      select id, attached_at, attached_by, scenario, verdict, started_at, seconds, sockets
      from load_run order by attached_at desc, id\
      """;

  private final DataSource database;

  LoadRuns(DataSource database) {
    this.database = database;
  }

  @Transactional
  LoadRunView attach(LoadRunDraft draft, String author, Instant now) {
    LoadRunView run =
        new LoadRunView(
            UUID.randomUUID(),
            draft.scenario(),
            draft.verdict(),
            draft.startedAt(),
            draft.seconds(),
            draft.sockets(),
            now.truncatedTo(ChronoUnit.MILLIS),
            author);
    Sql.of(
            INSERT,
            run.id(),
            run.attachedAt(),
            author,
            run.scenario(),
            run.verdict().name(),
            run.startedAt(),
            run.seconds(),
            run.sockets(),
            draft.report())
        .run(database);
    Sql.of(DELETE_OLDEST, MAX_RUNS).run(database);
    return run;
  }

  /// The newest first.
  List<LoadRunView> list() {
    return Sql.of(LIST).list(database, LoadRuns::view);
  }

  String report(UUID id) {
    return Sql.of("select report from load_run where id = ?", id)
        .first(database, row -> row.getString(1))
        .orElseThrow(() -> none(id));
  }

  void delete(UUID id) {
    if (Sql.of("delete from load_run where id = ?", id).run(database) == 0) {
      throw none(id);
    }
  }

  private static RuntimeException none(UUID id) {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no run " + id + ".").refused();
  }

  private static LoadRunView view(ResultSet row) throws SQLException {
    return new LoadRunView(
        row.getObject("id", UUID.class),
        row.getString("scenario"),
        LoadRunDraft.Verdict.valueOf(row.getString("verdict")),
        Sql.requireInstant(row, "started_at"),
        row.getDouble("seconds"),
        row.getInt("sockets"),
        Sql.requireInstant(row, "attached_at"),
        row.getString("attached_by"));
  }
}
