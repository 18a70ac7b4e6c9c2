package io.sockettwin.service.device;

import io.sockettwin.thing.DeviceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/// A device as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "device")
@IdClass(DeviceRow.Key.class)
@SuppressWarnings("NullAway.Init")
class DeviceRow {
  /// The primary key, in the form Hibernate wants.
  record Key(String productId, String name) {
    static Key of(DeviceKey device) {
      return new Key(device.productId(), device.deviceName());
    }
  }

  @Id
  @Column(name = "product_id")
  String productId;

  @Id String name;

  byte[] secret;
  boolean enabled;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "activated_at")
  @Nullable Instant activatedAt;

  /// Now while it is connected; else the end of its last connection.
  @Formula(
      "(select case when t.online and not t.silent then current_timestamp else t.since end from twin t"
          + " where t.product_id = product_id and t.name = name and t.session > 0)")
  @Nullable Instant lastSeenAt;

  @Version int version;

  DeviceKey key() {
    return new DeviceKey(productId, name);
  }
}
