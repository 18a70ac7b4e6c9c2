package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Caller.Way;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The browsers that are signed in.
@Singleton
class Sessions {
  static final String COOKIE = "sockettwin-session";

  /// Of a user; the one opened longest ago ends first.
  static final int MAX_OF_A_USER = 50;

  static final int MAX_AGENT_LENGTH = 200;

  /// A session need not be known to have been used more closely than this.
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  /// Where a browser is.
  record From(String address, String agent) {
    From {
      agent = agent.substring(0, Math.min(agent.length(), MAX_AGENT_LENGTH));
    }
  }

  /// A session as its user sees it.
  record SessionView(
      UUID id,
      Instant openedAt,
      Instant seenAt,
      Instant expiresAt,
      String address,
      String agent,
      boolean current) {}

  private record Found(UUID id, Instant seenAt, Caller caller) {}

  private final DataSource database;

  Sessions(DataSource database) {
    this.database = database;
  }

  /// Opens a user's session and answers its secret.
  @Transactional
  String open(String user, From from, Instant now, Instant expiresAt) {
    Sql.of(
            "delete from access_session where id in (select id from access_session"
                + " where user_name = ? order by opened_at desc offset ?)",
            user,
            MAX_OF_A_USER - 1)
        .run(database);
    return open(user, null, from, now, expiresAt);
  }

  /// Opens a session of whoever holds the key.
  @Transactional
  String openWithKey(String key, From from, Instant now, Instant expiresAt) {
    return open(null, Secrets.hash(key), from, now, expiresAt);
  }

  /// Expired ones are cleared away on the occasion.
  private String open(
      @Nullable String user, byte @Nullable [] key, From from, Instant now, Instant expiresAt) {
    Sql.of("delete from access_session where expires_at < ?", now).run(database);
    String secret = Secrets.draw();
    Sql.of(
            "insert into access_session (id, hash, user_name, key_hash, opened_at, seen_at,"
                + " expires_at, address, agent) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            UUID.randomUUID(),
            Secrets.hash(secret),
            user,
            key,
            now.truncatedTo(ChronoUnit.MILLIS),
            now.truncatedTo(ChronoUnit.MILLIS),
            expiresAt,
            from.address(),
            from.agent())
        .run(database);
    return secret;
  }

  @Transactional
  Optional<Caller> caller(String secret, Instant now) {
    Optional<Found> found =
        Sql.of(
                """
                select s.id, s.seen_at, u.name, u.role, u.must_change
                from access_session s left join app_user u on u.name = s.user_name
                where s.hash = ? and s.expires_at > ? and u.disabled is not true
                """,
                Secrets.hash(secret),
                now)
            .first(database, Sessions::found);
    found
        .filter(it -> it.seenAt().plus(SEEN_STEP).isBefore(now))
        .ifPresent(it ->
            Sql.of("update access_session set seen_at = ? where id = ?", now, it.id())
                .run(database));
    return found.map(Found::caller);
  }

  private static Found found(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Found(id, Sql.requireInstant(row, "seen_at"), caller(row, id));
  }

  private static Caller caller(ResultSet row, UUID id) throws SQLException {
    String name = row.getString("name");
    if (name == null) {
      return Caller.ofKey(Way.SESSION, id);
    }
    Role role = Role.valueOf(row.getString("role"));
    Set<String> rights = row.getBoolean("must_change") ? Set.of(Rights.ACCOUNT) : role.rights();
    return new Caller(name, role, rights, Way.SESSION, id);
  }

  List<SessionView> of(Caller caller, Instant now) {
    return Sql.of(
            "select id, opened_at, seen_at, expires_at, address, agent from access_session"
                + " where user_name = ? and expires_at > ? order by seen_at desc, id",
            caller.name(),
            now)
        .list(
            database,
            row -> {
              UUID id = row.getObject("id", UUID.class);
              return new SessionView(
                  id,
                  Sql.requireInstant(row, "opened_at"),
                  Sql.requireInstant(row, "seen_at"),
                  Sql.requireInstant(row, "expires_at"),
                  row.getString("address"),
                  row.getString("agent"),
                  id.equals(caller.credential()));
            });
  }

  void close(String secret) {
    Sql.of("delete from access_session where hash = ?", Secrets.hash(secret)).run(database);
  }

  /// Whether there was one of this number.
  boolean close(String user, UUID id) {
    return Sql.of("delete from access_session where user_name = ? and id = ?", user, id)
            .run(database)
        > 0;
  }

  void closeAll(String user) {
    Sql.of("delete from access_session where user_name = ?", user).run(database);
  }

  /// All but the one that says so.
  void closeOthers(Caller caller) {
    Sql.of(
            "delete from access_session where user_name = ? and id is distinct from cast(? as uuid)",
            caller.name(),
            caller.credential())
        .run(database);
  }
}
