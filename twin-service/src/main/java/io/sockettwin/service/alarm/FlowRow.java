package io.sockettwin.service.alarm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/// A flow as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "flow")
@SuppressWarnings("NullAway.Init")
class FlowRow {
  @Id String id;

  @Column(name = "product_id")
  String productId;

  @Enumerated(EnumType.STRING)
  Mode mode;

  String content;
  int generation;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;
}
