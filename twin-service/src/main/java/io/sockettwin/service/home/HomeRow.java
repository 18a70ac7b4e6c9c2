package io.sockettwin.service.home;

import io.sockettwin.service.place.Position;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A home as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "home")
@SuppressWarnings("NullAway.Init")
class HomeRow {
  @Id UUID id;

  String name;

  @Column(name = "time_zone")
  String timeZone;

  @Nullable Double latitude;
  @Nullable Double longitude;
  String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;

  HomeFields fields() {
    return new HomeFields(
        name, timeZone, Position.of(latitude, longitude), note.isEmpty() ? null : note);
  }

  void fill(HomeFields fields) {
    Position position = fields.position();
    name = fields.name();
    timeZone = fields.timeZone();
    latitude = position == null ? null : position.latitude();
    longitude = position == null ? null : position.longitude();
    note = fields.note() == null ? "" : fields.note();
  }
}
