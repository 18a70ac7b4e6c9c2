package io.sockettwin.service.home;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A room as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "room")
@SuppressWarnings("NullAway.Init")
class RoomRow {
  @Id UUID id;

  @Column(name = "home_id")
  UUID homeId;

  String name;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;
}
