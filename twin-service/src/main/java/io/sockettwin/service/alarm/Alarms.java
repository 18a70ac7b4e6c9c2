package io.sockettwin.service.alarm;

import io.sockettwin.service.access.Visible;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.Receipts;
import io.sockettwin.thing.CleanText;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// The alarms that people see, acknowledge and comment on.
@Singleton
class Alarms {
  /// Comments on one alarm.
  static final int MAX_COMMENTS = 100;

  private static final String ACKNOWLEDGE =
      """
      update alarm set acknowledged_at = ?, acknowledged_by = ?
      where id = ? and acknowledged_at is null
      """;

  private static final String CLOSE =
      """
      update alarm set cleared_at = greatest(?, event_at), clear_reason = ?
      where id = ? and cleared_at is null
      """;

  private static final String COMMENT =
      """
      insert into alarm_comment (alarm_id, number, at, author, text)
      select ?, coalesce(max(number), 0) + 1, ?, ?, ? from alarm_comment where alarm_id = ?
      having count(*) < ?
      """;

  private final DataSource database;
  private final AlarmFeed feed;
  private final Receipts receipts;
  private final Visible visible;

  Alarms(DataSource database, AlarmFeed feed, Receipts receipts, Visible visible) {
    this.database = database;
    this.feed = feed;
    this.receipts = receipts;
    this.visible = visible;
  }

  /// Which alarms are wanted, of those the caller may see.
  AlarmFilter.Where where(AlarmFilter filter) {
    AlarmFilter.Where wanted = filter.where();
    return visible
        .onlyOf()
        .map(user -> wanted.and("(product_id, name) in " + Visible.DEVICES, user))
        .orElse(wanted);
  }

  Page<AlarmView> page(AlarmFilter filter, PageParams wanted) {
    AlarmFilter.Where where = where(filter);
    return run(connection -> {
      List<AlarmView> items = new ArrayList<>();
      AlarmReader.each(
          connection, where, (long) wanted.page() * wanted.size(), wanted.size(), items::add);
      return new Page<>(items, wanted.page(), wanted.size(), AlarmReader.count(connection, where));
    });
  }

  /// Reads with a cursor, so that an export of any length takes little memory.
  void export(AlarmFilter.Where where, Consumer<AlarmView> taker) {
    run(connection -> {
      connection.setAutoCommit(false);
      AlarmReader.each(connection, where, 0, Long.MAX_VALUE, taker);
      connection.rollback();
      return true;
    });
  }

  AlarmView get(String id) {
    return run(connection -> require(connection, id));
  }

  /// The first one counts; others change nothing.
  AlarmView acknowledge(String id, String who, Instant now) {
    return mark(ACKNOWLEDGE, id, who, now);
  }

  /// Says that it is over though the flow did not find so. Its episode goes on in the flow and is
  /// not raised again: the next one is.
  AlarmView close(String id, String who, Instant now) {
    return mark(CLOSE, id, "closed by " + who, now);
  }

  private AlarmView mark(String sql, String id, String what, Instant now) {
    AlarmView after =
        run(connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, what);
            statement.setString(3, CleanText.of(id));
            statement.executeUpdate();
          }
          return require(connection, id);
        });
    feed.changed(id);
    return after;
  }

  AlarmView comment(String id, String who, String text, Instant now) {
    return run(connection -> {
      AlarmView alarm = require(connection, id);
      try (PreparedStatement statement = connection.prepareStatement(COMMENT)) {
        statement.setString(1, alarm.id());
        statement.setObject(2, now.atOffset(ZoneOffset.UTC));
        statement.setString(3, who);
        statement.setString(4, CleanText.of(text));
        statement.setString(5, alarm.id());
        statement.setInt(6, MAX_COMMENTS);
        if (statement.executeUpdate() == 0) {
          Flaw flaw = new Flaw("text", "there are " + MAX_COMMENTS + " comments already");
          throw Problem.of(ProblemCode.INVALID, "One comment too many.", flaw).refused();
        }
      }
      return require(connection, id);
    });
  }

  private AlarmView require(Connection connection, String id) throws SQLException {
    List<AlarmView> found = AlarmReader.byIds(connection, List.of(CleanText.of(id)));
    if (found.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no alarm " + id + ".").refused();
    }
    AlarmView alarm = found.getFirst();
    return alarm.with(
        AlarmReader.comments(connection, alarm.id()),
        receipts.of(connection, AlarmNotice.key(alarm.id(), AlarmNotice.RAISED)));
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
