package io.sockettwin.service.binding;

import io.sockettwin.thing.DeviceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/// Whose a device is, as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "binding")
@IdClass(BindingRow.Key.class)
@SuppressWarnings("NullAway.Init")
class BindingRow {
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

  String owner;

  @Column(name = "bound_at")
  Instant boundAt;
}
