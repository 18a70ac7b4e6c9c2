package io.sockettwin.service.gateway;

import io.sockettwin.thing.DeviceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A sub-device bound to a gateway, as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "sub_device")
@IdClass(SubDeviceRow.Key.class)
@SuppressWarnings("NullAway.Init")
class SubDeviceRow {
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

  @Column(name = "gateway_product_id")
  String gatewayProductId;

  @Column(name = "gateway_name")
  String gatewayName;

  @Column(name = "bound_at")
  Instant boundAt;

  /// Number of the session its gateway holds for it, 0 for none. Of the numbers that the broker
  /// gives to sessions.
  long session;

  static SubDeviceRow of(DeviceKey device, DeviceKey gateway, Instant now) {
    SubDeviceRow row = new SubDeviceRow();
    row.productId = device.productId();
    row.name = device.deviceName();
    row.gatewayProductId = gateway.productId();
    row.gatewayName = gateway.deviceName();
    row.boundAt = now.truncatedTo(ChronoUnit.MILLIS);
    return row;
  }

  DeviceKey key() {
    return new DeviceKey(productId, name);
  }

  DeviceKey gateway() {
    return new DeviceKey(gatewayProductId, gatewayName);
  }

  boolean isBoundTo(DeviceKey gateway) {
    return gateway().equals(gateway);
  }
}
