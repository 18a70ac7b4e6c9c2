package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Caller.Way;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.access.Scope;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What programs present on behalf of users. Stored as hashes, as keys are.
@Singleton
class Tokens {
  /// Tells a token from a key at sight, people and secret scanners as well.
  static final String PREFIX = "st_";

  static final int MAX_OF_A_USER = 50;

  private static final Duration USED_STEP = Duration.ofMinutes(1);

  private static final String SELECT =
      "select t.id, t.user_name, t.name, t.scopes, t.created_at, t.expires_at, t.used_at"
          + " from api_token t where true";

  private record Found(UUID id, @Nullable Instant usedAt, Caller caller) {}

  private final DataSource database;

  Tokens(DataSource database) {
    this.database = database;
  }

  @Transactional
  Created<TokenView> create(String user, TokenDraft draft, Instant now) {
    requireRoom(user, draft.name());
    String secret = PREFIX + Secrets.draw();
    UUID id = UUID.randomUUID();
    Sql.of(
            "insert into api_token (id, hash, user_name, name, scopes, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            id,
            Secrets.hash(secret),
            user,
            draft.name(),
            draft.scopes().stream().sorted().map(Scope::name).toArray(String[]::new),
            now.truncatedTo(ChronoUnit.MILLIS),
            draft.expiresAt())
        .run(database);
    TokenView view =
        Sql.of(SELECT).add("and t.id = ?", id).first(database, Tokens::view).orElseThrow();
    return new Created<>("/api/account/tokens/" + id, 0, view.withToken(secret));
  }

  /// Whoever creates two at once waits here for himself.
  private void requireRoom(String user, String name) {
    Sql.of("select 1 from app_user where name = ? for update", user).first(database, _ -> true);
    List<String> names =
        Sql.of("select name from api_token where user_name = ?", user)
            .list(database, row -> row.getString(1));
    if (names.contains(name)) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "You have a token " + name + " already.",
              new Flaw("name", "is taken"))
          .refused();
    }
    if (names.size() >= MAX_OF_A_USER) {
      throw Problem.of(ProblemCode.INVALID, "You have " + MAX_OF_A_USER + " tokens: revoke some.")
          .refused();
    }
  }

  @Transactional
  Optional<Caller> caller(String secret, Instant now) {
    Optional<Found> found =
        Sql.of(
                """
                select t.id, t.scopes, t.used_at, u.name, u.role
                from api_token t join app_user u on u.name = t.user_name
                where t.hash = ? and (t.expires_at is null or t.expires_at > ?) and not u.disabled
                """,
                Secrets.hash(secret),
                now)
            .first(database, Tokens::found);
    found
        .filter(it -> it.usedAt() == null || it.usedAt().plus(USED_STEP).isBefore(now))
        .ifPresent(it ->
            Sql.of("update api_token set used_at = ? where id = ?", now, it.id()).run(database));
    return found.map(Found::caller);
  }

  private static Found found(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Role role = Role.valueOf(row.getString("role"));
    Caller caller =
        new Caller(row.getString("name"), role, Scope.rights(scopes(row), role), Way.TOKEN, id);
    return new Found(id, Sql.instant(row, "used_at"), caller);
  }

  List<TokenView> of(String user) {
    return Sql.of(SELECT)
        .add("and t.user_name = ? order by t.name", user)
        .list(database, Tokens::view);
  }

  /// Everybody's, by user and name.
  Slice<TokenView> list(SliceParams part) {
    Sql sql = Sql.of(SELECT);
    part.cursor(2)
        .ifPresent(it -> sql.add("and (t.user_name, t.name) > (?, ?)", it.text(0), it.text(1)));
    List<TokenView> found =
        sql.add("order by t.user_name, t.name limit ?", part.limit()).list(database, Tokens::view);
    return Slice.of(found, part, it -> Cursor.at(it.user(), it.name()), it -> it);
  }

  /// Whether there was one.
  boolean revoke(UUID id, Optional<String> user) {
    Sql sql = Sql.of("delete from api_token where id = ?", id);
    user.ifPresent(it -> sql.add("and user_name = ?", it));
    return sql.run(database) > 0;
  }

  private static TokenView view(ResultSet row) throws SQLException {
    return new TokenView(
        row.getObject("id", UUID.class),
        row.getString("user_name"),
        row.getString("name"),
        scopes(row),
        Sql.requireInstant(row, "created_at"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "used_at"),
        null);
  }

  private static List<Scope> scopes(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("scopes").getArray()).map(Scope::valueOf).toList();
  }
}
