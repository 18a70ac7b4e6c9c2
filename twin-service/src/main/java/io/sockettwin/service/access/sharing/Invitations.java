package io.sockettwin.service.access.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.identity.Secrets;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Codes by which people come into a home whose user name its owner does not know.
@Singleton
class Invitations {
  static final Duration LIFE = Duration.ofDays(7);
  static final int MAX_OPEN_OF_A_HOME = 20;

  /// An invitation that nobody has taken yet.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Invitation(
      UUID id,
      Level level,
      String author,
      Instant expiresAt,
      @Schema(description = "Good for one; shown once") @Nullable String code) {
    @Override
    public String toString() {
      return "Invitation[" + id + "]";
    }
  }

  private record Taken(UUID homeId, Level level) {}

  private final DataSource database;
  private final Members members;

  Invitations(DataSource database, Members members) {
    this.database = database;
    this.members = members;
  }

  /// Expired ones are cleared away on the occasion.
  @Transactional
  Invitation issue(UUID homeId, Level level, String author, Instant now) {
    Sql.of("delete from home_invitation where expires_at < ?", now).run(database);
    if (of(homeId).size() >= MAX_OPEN_OF_A_HOME) {
      throw Problem.of(
              ProblemCode.INVALID,
              "There are " + MAX_OPEN_OF_A_HOME + " open invitations: take some back.")
          .refused();
    }
    String code = Secrets.drawReadable();
    UUID id = UUID.randomUUID();
    Instant expiresAt = now.plus(LIFE).truncatedTo(ChronoUnit.MILLIS);
    Sql.of(
            "insert into home_invitation (id, hash, home_id, level, author, expires_at)"
                + " values (?, ?, ?, ?, ?, ?)",
            id,
            Secrets.hash(code),
            homeId,
            level.name(),
            author,
            expiresAt)
        .run(database);
    return new Invitation(id, level, author, expiresAt, code);
  }

  /// Those of a home, which must exist.
  @Transactional
  List<Invitation> of(UUID homeId) {
    if (Sql.of("select 1 from home where id = ? for update", homeId)
        .first(database, _ -> true)
        .isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no home " + homeId + ".").refused();
    }
    return Sql.of(
            "select id, level, author, expires_at from home_invitation"
                + " where home_id = ? and expires_at > now() order by expires_at, id",
            homeId)
        .list(
            database,
            row ->
                new Invitation(
                    row.getObject(1, UUID.class),
                    Level.valueOf(row.getString(2)),
                    row.getString(3),
                    Sql.requireInstant(row, "expires_at"),
                    null));
  }

  void takeBack(UUID homeId, UUID id) {
    if (Sql.of("delete from home_invitation where home_id = ? and id = ?", homeId, id).run(database)
        == 0) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no invitation " + id + ".").refused();
    }
  }

  /// Uses the code up.
  ///
  /// @return into which home
  @Transactional
  UUID accept(String code, String user, Instant now) {
    String copied = code.strip().toLowerCase(Locale.ROOT);
    Taken taken =
        Sql.of(
                "delete from home_invitation where hash = ? and expires_at > ?"
                    + " returning home_id, level",
                Secrets.hash(copied),
                now)
            .first(
                database,
                row -> new Taken(row.getObject(1, UUID.class), Level.valueOf(row.getString(2))))
            .orElseThrow(() ->
                Problem.of(
                        ProblemCode.INVALID,
                        "The code is wrong, used or expired.",
                        new Flaw("code", "is wrong, used or expired"))
                    .refused());
    members.join(taken.homeId(), user, taken.level(), now);
    return taken.homeId();
  }
}
