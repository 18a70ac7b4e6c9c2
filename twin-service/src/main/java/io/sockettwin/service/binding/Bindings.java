package io.sockettwin.service.binding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.service.access.sharing.Shares;
import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Whose the devices are. Who stands before a device with a fresh token takes it over, whoever had
/// it, and whoever it was shared with.
@Singleton
class Bindings implements Correspondent, PanacheRepositoryBase<BindingRow, BindingRow.Key> {
  private static final String METHOD = "app_bind_token";

  private final BindTokens tokens;
  private final Twins twins;
  private final Shares shares;

  Bindings(BindTokens tokens, Twins twins, Shares shares) {
    this.tokens = tokens;
    this.twins = twins;
    this.shares = shares;
  }

  @Transactional
  Optional<BindingRow> find(DeviceKey device) {
    return findByIdOptional(BindingRow.Key.of(device));
  }

  /// Binds by hand. The device is told after the commit, by [#tellBound].
  @Transactional
  BindingRow bind(DeviceKey device, String owner, Instant now) {
    BindingRow row = findByIdOptional(BindingRow.Key.of(device)).orElseGet(BindingRow::new);
    boolean added = row.owner == null;
    if (!added && !row.owner.equals(owner)) {
      shares.handOver(device);
    }
    row.productId = device.productId();
    row.name = device.deviceName();
    row.owner = owner;
    row.boundAt = now.truncatedTo(ChronoUnit.MILLIS);
    if (added) {
      persist(row);
    }
    return row;
  }

  /// Whether it was bound.
  @Transactional
  boolean unbind(DeviceKey device) {
    boolean bound = deleteById(BindingRow.Key.of(device));
    if (bound) {
      shares.handOver(device);
    }
    return bound;
  }

  @Transactional
  boolean redeem(String token, DeviceKey device, Instant now) {
    Optional<String> owner = tokens.redeem(token, device, now);
    owner.ifPresent(it -> bind(device, it, now));
    return owner.isPresent();
  }

  void tellBound(DeviceKey device, Instant now) {
    twins.send(device, new Message.BindDevice(token(), now));
  }

  void tellUnbound(DeviceKey device, Instant now) {
    twins.send(device, new Message.UnbindDevice(token(), now));
  }

  private static ClientToken token() {
    return ClientToken.of("b-" + UUID.randomUUID());
  }

  @Override
  public boolean hears(Message.Up message) {
    return message instanceof Message.AppBindToken;
  }

  @Override
  public void receive(DeviceKey device, Message.Up message, Instant receivedAt) {
    var request = (Message.AppBindToken) message;
    boolean bound = redeem(request.bindToken(), device, receivedAt);
    twins.send(
        device,
        bound
            ? new Message.ServiceReply(request.clientToken(), METHOD, 0, "success")
            : new Message.ServiceReply(
                request.clientToken(), METHOD, Check.NOT_DEFINED, "unknown token"));
  }
}
