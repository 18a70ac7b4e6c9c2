package io.sockettwin.service.access.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The users, as an administrator edits them.
@Singleton
class Users {
  private final UserRepository rows;
  private final Passwords passwords;
  private final MergePatch patch;
  private final DataSource database;

  Users(UserRepository rows, Passwords passwords, MergePatch patch, DataSource database) {
    this.rows = rows;
    this.passwords = passwords;
    this.patch = patch;
    this.database = database;
  }

  @Transactional
  Slice<UserView> list(SliceParams part) {
    Optional<Cursor> after = part.cursor(1);
    PanacheQuery<UserRow> query =
        after.isEmpty()
            ? rows.find("order by name")
            : rows.find("name > ?1 order by name", after.get().text(0));
    return Slice.of(
        query.range(0, part.size()).list(),
        part,
        row -> Cursor.at(row.name),
        row -> UserView.of(row, null));
  }

  @Transactional
  UserView get(String name) {
    return UserView.of(require(name), null);
  }

  /// With a password that has to be changed at the first sign-in.
  @Transactional
  Created<UserView> create(UserDraft draft, Instant now) {
    if (rows.findByIdOptional(draft.name()).isPresent()) {
      throw taken(draft.name());
    }
    UserRow row = new UserRow();
    row.name = draft.name();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    row.fill(draft.fields());
    String drawn = draw(row);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw taken(draft.name());
    }
    return new Created<>("/api/users/" + row.name, row.version, UserView.of(row, drawn));
  }

  @Transactional
  UserView change(String name, ObjectNode change, @Nullable String ifMatch) {
    UserRow row = require(name);
    Versions.requireMatch(ifMatch, row.version);
    row.fill(patch.apply(row.fields(), change, UserFields.class));
    rows.flush();
    return UserView.of(row, null);
  }

  /// Gives the user a new one-time password, and ends their sessions.
  @Transactional
  UserView resetPassword(String name) {
    UserRow row = require(name);
    String drawn = draw(row);
    rows.flush();
    Sql.of("delete from access_session where user_name = ?", name).run(database);
    return UserView.of(row, drawn);
  }

  /// With everything that is theirs: sessions, tokens, memberships and shares go by themselves.
  @Transactional
  void delete(String name, @Nullable String ifMatch) {
    UserRow row = require(name);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
    Sql.of("delete from binding where owner = ?", name).run(database);
    Sql.of("delete from bind_token where owner = ?", name).run(database);
    Sql.of("delete from push_recipient where owner = ?", name).run(database);
  }

  /// Creates an operator if there is no user yet, even when several replicas start at once.
  ///
  /// @return the one-time password
  @Transactional
  Optional<String> createFirst(String name, Instant now) {
    Sql.of("lock table app_user in exclusive mode").run(database);
    return rows.count() > 0
        ? Optional.empty()
        : Optional.ofNullable(
            create(new UserDraft(name, Role.OPERATOR, null), now).view().oneTimePassword());
  }

  /// What cannot be a name is nobody's.
  @Transactional
  Optional<UserRow> find(String name) {
    return Optional.of(name)
        .filter(it -> it.matches(UserDraft.NAME))
        .flatMap(rows::findByIdOptional);
  }

  @Transactional
  void signedIn(String name, Instant now) {
    Sql.of("update app_user set signed_in_at = ? where name = ?", now, name).run(database);
  }

  @Transactional
  void choosePassword(String name, String hash) {
    UserRow row = rows.findById(name, LockModeType.PESSIMISTIC_WRITE);
    row.password = hash;
    row.mustChange = false;
  }

  @Transactional
  void chooseLanguage(String name, @Nullable String language) {
    require(name).language = language == null ? "" : language;
  }

  private String draw(UserRow row) {
    String drawn = Secrets.drawReadable();
    row.password = passwords.hash(drawn);
    row.mustChange = true;
    return drawn;
  }

  private UserRow require(String name) {
    return find(name)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no user " + name + ".").refused());
  }

  private static RuntimeException taken(String name) {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS,
            "There is already a user " + name + ".",
            new Flaw("name", "is taken"))
        .refused();
  }
}
