package io.sockettwin.service.device;

import io.sockettwin.service.place.Position;
import io.sockettwin.thing.DeviceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A device as it is stored. Hibernate fills the fields, and writes back those that changed.
@Entity
@Table(name = "device")
@IdClass(DeviceRow.Key.class)
@DynamicUpdate
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
  String[] tags;
  @Nullable String alias;
  @Nullable String place;
  @Nullable Double latitude;
  @Nullable Double longitude;

  @Column(name = "time_zone")
  @Nullable String timeZone;

  @Nullable String note;

  @Column(name = "home_id")
  @Nullable UUID homeId;

  @Column(name = "room_id")
  @Nullable UUID roomId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "activated_at")
  @Nullable Instant activatedAt;

  @Column(name = "self_registered")
  boolean selfRegistered;

  @Version int version;

  DeviceKey key() {
    return new DeviceKey(productId, name);
  }

  DeviceFields fields() {
    return new DeviceFields(
        enabled,
        List.of(tags),
        alias,
        place,
        Position.of(latitude, longitude),
        timeZone,
        note,
        homeId,
        roomId);
  }

  void fill(DeviceFields fields) {
    Position position = fields.position();
    enabled = fields.enabled();
    tags = fields.tags().toArray(String[]::new);
    alias = fields.alias();
    place = fields.place();
    latitude = position == null ? null : position.latitude();
    longitude = position == null ? null : position.longitude();
    timeZone = fields.timeZone();
    note = fields.note();
    homeId = fields.homeId();
    roomId = fields.roomId();
  }
}
