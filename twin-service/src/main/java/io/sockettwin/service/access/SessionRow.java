package io.sockettwin.service.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A signed-in browser as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "access_session")
@SuppressWarnings("NullAway.Init")
class SessionRow {
  @Id byte[] hash;

  String name;
  String role;

  @Column(name = "expires_at")
  Instant expiresAt;

  Grant grant() {
    return new Grant(name, role);
  }
}
