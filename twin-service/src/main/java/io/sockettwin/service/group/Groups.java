package io.sockettwin.service.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The groups of devices.
@Singleton
class Groups {
  private final GroupRepository rows;
  private final MergePatch patch;

  Groups(GroupRepository rows, MergePatch patch) {
    this.rows = rows;
    this.patch = patch;
  }

  @Transactional
  Slice<GroupView> list(SliceParams part) {
    Optional<Cursor> after = part.cursor(1);
    PanacheQuery<GroupRow> query =
        after.isEmpty()
            ? rows.find("order by name")
            : rows.find("name > ?1 order by name", after.get().text(0));
    return Slice.of(
        query.range(0, part.size()).list(), part, row -> Cursor.at(row.name), GroupView::of);
  }

  @Transactional
  GroupView get(UUID id) {
    return GroupView.of(require(id));
  }

  @Transactional
  Created<GroupView> create(GroupFields fields, Instant now) {
    GroupRow row = new GroupRow();
    row.id = UUID.randomUUID();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    row.fill(fields);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw taken(row.name);
    }
    return new Created<>("/api/groups/" + row.id, row.version, GroupView.of(row));
  }

  @Transactional
  GroupView change(UUID id, ObjectNode change, @Nullable String ifMatch) {
    GroupRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    row.fill(patch.apply(row.fields(), change, GroupFields.class));
    try {
      rows.flush();
    } catch (ConstraintViolationException e) {
      throw taken(row.name);
    }
    return GroupView.of(row);
  }

  @Transactional
  void delete(UUID id, @Nullable String ifMatch) {
    GroupRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  private GroupRow require(UUID id) {
    return rows.findByIdOptional(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no group " + id + ".").refused());
  }

  private static Refused taken(String name) {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS,
            "There is already a group " + name + ".",
            new Flaw("name", "is taken"))
        .refused();
  }
}
