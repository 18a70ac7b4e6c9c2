package io.sockettwin.service.timer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A timer as it is stored. Hibernate fills the fields, and writes back those that changed: the
/// next moment is also moved on by [Claims], which is no new version.
@Entity
@Table(name = "timer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class TimerRow {
  @Id UUID id;

  String content;

  @Column(name = "next_at")
  @Nullable Instant nextAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;
}
