package io.sockettwin.service.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A group as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "device_group")
@SuppressWarnings("NullAway.Init")
class GroupRow {
  @Id UUID id;

  String name;
  String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;

  GroupFields fields() {
    return new GroupFields(name, note.isEmpty() ? null : note);
  }

  void fill(GroupFields fields) {
    name = fields.name();
    note = fields.note() == null ? "" : fields.note();
  }
}
