package io.sockettwin.service.binding;

import io.sockettwin.thing.DeviceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "bind_token")
@SuppressWarnings("NullAway.Init")
class BindTokenRow {
  @Id byte[] hash;

  String owner;

  @Column(name = "expires_at")
  Instant expiresAt;

  /// The device that used it.
  @Column(name = "product_id")
  @Nullable String productId;

  @Nullable String name;

  @Nullable DeviceKey device() {
    return productId == null || name == null ? null : new DeviceKey(productId, name);
  }
}
