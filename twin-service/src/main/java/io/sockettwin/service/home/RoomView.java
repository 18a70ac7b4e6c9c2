package io.sockettwin.service.home;

import java.time.Instant;
import java.util.UUID;

/// A room as REST shows it.
record RoomView(UUID id, UUID homeId, String name, Instant createdAt, int version) {

  static RoomView of(RoomRow row) {
    return new RoomView(row.id, row.homeId, row.name, row.createdAt, row.version);
  }
}
