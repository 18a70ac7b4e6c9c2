package io.sockettwin.service.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which devices are bound to which gateway.
@Singleton
public class SubDevices implements PanacheRepositoryBase<SubDeviceRow, SubDeviceRow.Key> {
  /// Devices that logged in lately, few of them gateways.
  private static final int MAX_CACHED = 50_000;

  /// How long another replica may go on with what was changed here.
  private static final Duration CACHED_FOR = Duration.ofSeconds(30);

  private final Cache<DeviceKey, List<DeviceKey>> cache =
      Caffeine.newBuilder().maximumSize(MAX_CACHED).expireAfterWrite(CACHED_FOR).build();

  /// The devices bound to this one, in order; none for most, which are no gateways.
  @Transactional
  public List<DeviceKey> of(DeviceKey gateway) {
    return cache.get(gateway, it -> rows(it).stream().map(SubDeviceRow::key).toList());
  }

  /// To be called after the commit of a change.
  void changed(DeviceKey gateway) {
    cache.invalidate(gateway);
  }

  @Transactional
  List<SubDeviceRow> rows(DeviceKey gateway) {
    return list(
        "gatewayProductId = ?1 and gatewayName = ?2 order by productId, name",
        gateway.productId(),
        gateway.deviceName());
  }

  @Transactional
  GatewayResult bind(DeviceKey device, DeviceKey gateway, int maxSubDevices, Instant now) {
    Optional<SubDeviceRow> bound = findByIdOptional(SubDeviceRow.Key.of(device));
    if (bound.isPresent()) {
      return bound.get().isBoundTo(gateway)
          ? GatewayResult.ALREADY_BOUND
          : GatewayResult.BOUND_ELSEWHERE;
    }
    boolean nested =
        device.equals(gateway)
            || !rows(device).isEmpty()
            || findByIdOptional(SubDeviceRow.Key.of(gateway)).isPresent();
    if (nested) {
      return GatewayResult.CANNOT_BE_BOUND;
    }
    if (rows(gateway).size() >= maxSubDevices) {
      return GatewayResult.FORBIDDEN;
    }
    persist(SubDeviceRow.of(device, gateway, now));
    return GatewayResult.OK;
  }

  /// Gateways that hold a session for a sub-device, as far as known.
  @Transactional
  List<DeviceKey> activeGateways() {
    return list("session > 0").stream().map(SubDeviceRow::gateway).distinct().toList();
  }

  /// Takes it from its gateway.
  ///
  /// @return what was bound; empty unless to this gateway
  @Transactional
  Optional<SubDeviceRow> unbind(DeviceKey device, DeviceKey gateway) {
    Optional<SubDeviceRow> row = bound(device, gateway);
    row.ifPresent(this::delete);
    return row;
  }

  /// Notes a session its gateway holds for it, or its end.
  ///
  /// @return the session before; empty unless bound to this gateway
  @Transactional
  Optional<Long> session(DeviceKey device, DeviceKey gateway, long session) {
    return bound(device, gateway)
        .map(row -> {
          long before = row.session;
          row.session = session;
          return before;
        });
  }

  /// Ends the sessions of all sub-devices.
  ///
  /// @return those that had one, as they were
  @Transactional
  List<Ended> endAll(DeviceKey gateway) {
    List<Ended> ended = new ArrayList<>();
    for (SubDeviceRow row : rows(gateway)) {
      if (row.session > 0) {
        ended.add(new Ended(row.key(), row.session));
        row.session = 0;
      }
    }
    return ended;
  }

  private Optional<SubDeviceRow> bound(DeviceKey device, DeviceKey gateway) {
    return findByIdOptional(SubDeviceRow.Key.of(device)).filter(row -> row.isBoundTo(gateway));
  }

  /// A session that is over.
  record Ended(DeviceKey device, long session) {}
}
