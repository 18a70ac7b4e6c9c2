package io.sockettwin.service.access.sharing;

import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Who belongs to which home.
@Singleton
public class Members {
  static final int MAX_OF_A_HOME = 50;

  /// Somebody who belongs to a home.
  record Member(String user, Level level, Instant joinedAt) {}

  /// A home somebody belongs to.
  record Membership(UUID homeId, String home, Level level, Instant joinedAt) {}

  private final DataSource database;
  private final Visible visible;

  Members(DataSource database, Visible visible) {
    this.database = database;
    this.visible = visible;
  }

  /// Makes whoever creates a home its owner, unless all homes are theirs to see anyway.
  @Transactional
  public void settle(UUID homeId, Instant now) {
    Caller caller = visible.caller();
    if (!caller.seesAll()) {
      write(homeId, caller.name(), Level.OWN, now);
    }
  }

  List<Member> of(UUID homeId) {
    requireHome(homeId);
    return Sql.of(
            "select user_name, level, joined_at from home_member where home_id = ?"
                + " order by user_name",
            homeId)
        .list(
            database,
            row ->
                new Member(
                    row.getString(1),
                    Level.valueOf(row.getString(2)),
                    Sql.requireInstant(row, "joined_at")));
  }

  List<Membership> of(String user) {
    return Sql.of(
            "select m.home_id, h.name, m.level, m.joined_at from home_member m"
                + " join home h on h.id = m.home_id where m.user_name = ? order by h.name, h.id",
            user)
        .list(
            database,
            row ->
                new Membership(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    Level.valueOf(row.getString(3)),
                    Sql.requireInstant(row, "joined_at")));
  }

  /// Adds somebody, or says how far it goes from now on.
  @Transactional
  void put(UUID homeId, String user, Level level, Instant now) {
    requireHome(homeId);
    People.require(database, user);
    if (level != Level.OWN) {
      requireOtherOwner(homeId, user);
    }
    write(homeId, user, level, now);
  }

  /// The home is locked, so that two at once do not exceed its bounds.
  private void write(UUID homeId, String user, Level level, Instant now) {
    Sql.of("select 1 from home where id = ? for update", homeId).first(database, _ -> true);
    long others =
        Sql.of(
                "select count(*) from home_member where home_id = ? and user_name <> ?",
                homeId,
                user)
            .first(database, row -> row.getLong(1))
            .orElseThrow();
    if (others >= MAX_OF_A_HOME) {
      throw Problem.of(ProblemCode.INVALID, "A home has at most " + MAX_OF_A_HOME + " members.")
          .refused();
    }
    Sql.of(
            "insert into home_member (home_id, user_name, level, joined_at) values (?, ?, ?, ?)"
                + " on conflict (home_id, user_name) do update set level = excluded.level",
            homeId,
            user,
            level.name(),
            now.truncatedTo(ChronoUnit.MILLIS))
        .run(database);
  }

  /// Somebody who was invited; a member already only ever gains by it.
  void join(UUID homeId, String user, Level level, Instant now) {
    boolean more =
        Sql.of("select level from home_member where home_id = ? and user_name = ?", homeId, user)
            .first(database, row -> Level.valueOf(row.getString(1)))
            .filter(it -> it.covers(level))
            .isEmpty();
    if (more) {
      write(homeId, user, level, now);
    }
  }

  @Transactional
  void remove(UUID homeId, String user) {
    requireHome(homeId);
    requireOtherOwner(homeId, user);
    if (Sql.of("delete from home_member where home_id = ? and user_name = ?", homeId, user)
            .run(database)
        == 0) {
      throw Problem.of(ProblemCode.NOT_FOUND, user + " does not belong to this home.").refused();
    }
  }

  /// A home that somebody owns is not left to nobody by mistake.
  private void requireOtherOwner(UUID homeId, String user) {
    List<String> owners =
        Sql.of(
                "select user_name from home_member where home_id = ? and level = 'OWN' for update",
                homeId)
            .list(database, row -> row.getString(1));
    if (owners.equals(List.of(user))) {
      throw Problem.of(
              ProblemCode.IN_USE,
              user + " is the only owner: make somebody else one first, or delete the home.")
          .refused();
    }
  }

  private void requireHome(UUID homeId) {
    if (Sql.of("select 1 from home where id = ?", homeId).first(database, _ -> true).isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no home " + homeId + ".").refused();
    }
  }
}
