package io.sockettwin.service.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@Singleton
class DeviceRepository implements PanacheRepositoryBase<DeviceRow, DeviceRow.Key> {
  Optional<DeviceRow> find(DeviceKey device) {
    return findByIdOptional(DeviceRow.Key.of(device));
  }

  /// Notes the first login; later ones change nothing, nor the version people edit against.
  void activate(DeviceKey device, Instant now) {
    update(
        "activatedAt = ?1 where productId = ?2 and name = ?3 and activatedAt is null",
        now,
        device.productId(),
        device.deviceName());
  }
}
