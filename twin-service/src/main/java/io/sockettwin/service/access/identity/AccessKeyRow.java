package io.sockettwin.service.access.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// An access key as it is stored: its hash only. Hibernate fills the fields.
@Entity
@Table(name = "access_key")
@SuppressWarnings("NullAway.Init")
class AccessKeyRow {
  @Id byte[] hash;

  String name;
  String role;

  @Column(name = "created_at")
  Instant createdAt;
}
