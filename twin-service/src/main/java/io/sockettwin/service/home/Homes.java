package io.sockettwin.service.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.sharing.Members;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The homes.
@Singleton
class Homes {
  private final HomeRepository rows;
  private final MergePatch patch;
  private final Members members;
  private final Visible visible;

  Homes(HomeRepository rows, MergePatch patch, Members members, Visible visible) {
    this.rows = rows;
    this.patch = patch;
    this.members = members;
    this.visible = visible;
  }

  @Transactional
  Slice<HomeView> list(SliceParams part) {
    Optional<Cursor> after = part.cursor(2);
    StringBuilder where = new StringBuilder("1 = 1");
    Map<String, Object> values = new HashMap<>();
    after.ifPresent(it -> {
      where.append(" and (name > :name or (name = :name and id > :id))");
      values.put("name", it.text(0));
      values.put("id", it.uuid(1));
    });
    visible
        .onlyHomes()
        .ifPresent(homes -> {
          where.append(" and id in :homes");
          values.put("homes", homes);
        });
    return Slice.of(
        rows.find(where + " order by name, id", values).range(0, part.size()).list(),
        part,
        row -> Cursor.at(row.name, row.id),
        HomeView::of);
  }

  @Transactional
  HomeView get(UUID id) {
    return HomeView.of(require(id));
  }

  @Transactional
  Created<HomeView> create(HomeFields fields, Instant now) {
    HomeRow row = new HomeRow();
    row.id = UUID.randomUUID();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    row.fill(fields);
    rows.persistAndFlush(row);
    members.settle(row.id, row.createdAt);
    return new Created<>("/api/homes/" + row.id, row.version, HomeView.of(row));
  }

  @Transactional
  HomeView change(UUID id, ObjectNode change, @Nullable String ifMatch) {
    HomeRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    row.fill(patch.apply(row.fields(), change, HomeFields.class));
    rows.flush();
    return HomeView.of(row);
  }

  /// Its rooms go with it; devices stay, without a home.
  @Transactional
  void delete(UUID id, @Nullable String ifMatch) {
    HomeRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  HomeRow require(UUID id) {
    return rows.findByIdOptional(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no home " + id + ".").refused());
  }
}
