package io.sockettwin.service.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The rooms of homes.
@Singleton
class Rooms {
  static final int MAX_PER_HOME = 100;

  private final RoomRepository rows;
  private final Homes homes;
  private final MergePatch patch;

  Rooms(RoomRepository rows, Homes homes, MergePatch patch) {
    this.rows = rows;
    this.homes = homes;
    this.patch = patch;
  }

  @Transactional
  List<RoomView> of(UUID homeId) {
    HomeRow home = homes.require(homeId);
    return rows.list("homeId = ?1 order by name", home.id).stream().map(RoomView::of).toList();
  }

  @Transactional
  RoomView get(UUID homeId, UUID id) {
    return RoomView.of(require(homeId, id));
  }

  @Transactional
  Created<RoomView> create(UUID homeId, RoomFields fields, Instant now) {
    HomeRow home = homes.require(homeId);
    if (rows.count("homeId", home.id) >= MAX_PER_HOME) {
      throw Problem.of(ProblemCode.INVALID, "A home has at most " + MAX_PER_HOME + " rooms.")
          .refused();
    }
    RoomRow row = new RoomRow();
    row.id = UUID.randomUUID();
    row.homeId = home.id;
    row.name = fields.name();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw taken(row.name);
    }
    String location = "/api/homes/" + home.id + "/rooms/" + row.id;
    return new Created<>(location, row.version, RoomView.of(row));
  }

  @Transactional
  RoomView change(UUID homeId, UUID id, ObjectNode change, @Nullable String ifMatch) {
    RoomRow row = require(homeId, id);
    Versions.requireMatch(ifMatch, row.version);
    row.name = patch.apply(new RoomFields(row.name), change, RoomFields.class).name();
    try {
      rows.flush();
    } catch (ConstraintViolationException e) {
      throw taken(row.name);
    }
    return RoomView.of(row);
  }

  @Transactional
  void delete(UUID homeId, UUID id, @Nullable String ifMatch) {
    RoomRow row = require(homeId, id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  private RoomRow require(UUID homeId, UUID id) {
    return rows.findByIdOptional(id)
        .filter(row -> row.homeId.equals(homeId))
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no room " + id + " in home " + homeId + ".")
                .refused());
  }

  private static Refused taken(String name) {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS,
            "The home has a room " + name + " already.",
            new Flaw("name", "is taken"))
        .refused();
  }
}
