package io.sockettwin.service.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class DeviceRepository implements PanacheRepositoryBase<DeviceRow, DeviceRow.Key> {
  Optional<DeviceRow> find(DeviceKey device) {
    return findByIdOptional(DeviceRow.Key.of(device));
  }

  List<DeviceRow> enabled(Optional<String> tag, int most) {
    String query = tag.isEmpty() ? "enabled" : "enabled and array_contains(tags, ?1)";
    Object[] values = tag.stream().toArray();
    return find(query + " order by productId, name", values).range(0, most - 1).list();
  }

  /// Notes the first login; later ones change nothing, nor the version people edit against.
  void activate(DeviceKey device, Instant now) {
    update(
        "activatedAt = ?1 where productId = ?2 and name = ?3 and activatedAt is null",
        now,
        device.productId(),
        device.deviceName());
  }

  /// How many devices of the product have created themselves. Nobody else counts them before the
  /// end of this transaction, so that two at once do not both find the last free place.
  long countSelfRegistered(String productId) {
    getEntityManager()
        .createNativeQuery("select id from product where id = ?1 for no key update")
        .setParameter(1, productId)
        .getSingleResult();
    return count("productId = ?1 and selfRegistered", productId);
  }
}
