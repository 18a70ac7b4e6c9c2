package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "app_user")
@SuppressWarnings("NullAway.Init")
class UserRow {
  @Id String name;

  @Enumerated(EnumType.STRING)
  Role role;

  String language;
  String password;

  @Column(name = "must_change")
  boolean mustChange;

  boolean disabled;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "signed_in_at")
  @Nullable Instant signedInAt;

  @Version int version;

  UserFields fields() {
    return new UserFields(role, language.isEmpty() ? null : language, disabled);
  }

  void fill(UserFields fields) {
    role = fields.role();
    language = fields.language() == null ? "" : fields.language();
    disabled = fields.disabled();
  }
}
