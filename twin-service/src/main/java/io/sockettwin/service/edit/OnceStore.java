package io.sockettwin.service.edit;

import io.sockettwin.service.seal.Seal;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/// The answers to requests with a key, in the caller's transaction.
@Singleton
class OnceStore {
  static final Duration KEPT_FOR = Duration.ofHours(24);

  /// About a kilobyte each. The oldest go first; whoever repeats a request does so soon.
  static final int MAX_KEPT = 100_000;

  /// An answer that may have to be given again.
  record Kept(String location, int version, String body) {}

  private final DataSource database;
  private final Seal seal;

  OnceStore(DataSource database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  /// Takes the key; waits for whoever is just using it.
  ///
  /// @return false if it was used before
  boolean claim(String caller, String key, byte[] fingerprint, Instant now) {
    Sql.of("delete from idempotent_request where at < ?", now.minus(KEPT_FOR)).run(database);
    Optional<Long> number =
        Sql.of(
                "insert into idempotent_request (caller, key, fingerprint, at) values (?, ?, ?, ?)"
                    + " on conflict do nothing returning number",
                caller,
                key,
                fingerprint,
                now)
            .first(database, row -> row.getLong(1));
    number.ifPresent(it ->
        Sql.of("delete from idempotent_request where number <= ?", it - MAX_KEPT).run(database));
    return number.isPresent();
  }

  void keep(String caller, String key, Kept kept) {
    Sql.of(
            "update idempotent_request set location = ?, version = ?, body = ?"
                + " where caller = ? and key = ?",
            kept.location(),
            kept.version(),
            seal.seal(kept.body(), owner(caller, key)),
            caller,
            key)
        .run(database);
  }

  /// Empty if the key was used for something else.
  Optional<Kept> find(String caller, String key, byte[] fingerprint) {
    return Sql.of(
            "select location, version, body from idempotent_request"
                + " where caller = ? and key = ? and fingerprint = ?",
            caller,
            key,
            fingerprint)
        .first(
            database,
            row ->
                new Kept(
                    row.getString(1),
                    row.getInt(2),
                    seal.open(row.getBytes(3), owner(caller, key))));
  }

  private static String owner(String caller, String key) {
    return "request " + caller + " " + key;
  }
}
