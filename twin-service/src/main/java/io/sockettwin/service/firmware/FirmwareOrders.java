package io.sockettwin.service.firmware;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Orders updates, delivers them when the device is there and tells its version, and follows what
/// it says of its progress.
@Singleton
class FirmwareOrders implements Correspondent, PanacheRepositoryBase<FirmwareRow, FirmwareRow.Key> {
  private static final int MAX_STATUS_LENGTH = 128;

  private final Twins twins;

  FirmwareOrders(Twins twins) {
    this.twins = twins;
  }

  @Transactional
  Optional<FirmwareRow> find(DeviceKey device) {
    return findByIdOptional(FirmwareRow.Key.of(device));
  }

  /// Replaces the earlier order.
  @Transactional
  void order(DeviceKey device, FirmwareDraft draft, Instant now) {
    FirmwareRow row = locked(device);
    FirmwareRow order = row == null ? new FirmwareRow() : row;
    order.productId = device.productId();
    order.name = device.deviceName();
    order.order(draft, now);
    if (row == null) {
      persist(order);
    }
  }

  @Transactional
  boolean cancel(DeviceKey device) {
    return deleteById(FirmwareRow.Key.of(device));
  }

  /// The message that carries an open order.
  @Transactional
  Optional<Message.Down> deliver(DeviceKey device, Instant now) {
    return Optional.ofNullable(locked(device)).flatMap(order -> order.deliver(now));
  }

  /// The device runs this version.
  @Transactional
  Optional<Message.Down> runs(DeviceKey device, String version, Instant now) {
    FirmwareRow order = locked(device);
    if (order == null) {
      return Optional.empty();
    }
    if (!order.version.equals(version)) {
      return order.deliver(now);
    }
    if (order.state != FirmwareState.DONE) {
      order.become(FirmwareState.DONE, 100, 0, "", now);
    }
    return Optional.empty();
  }

  /// What a device says of an order that has ended, or of another version, comes too late.
  @Transactional
  void follow(DeviceKey device, Message.FirmwareProgress progress, Instant now) {
    FirmwareRow order = locked(device);
    if (order == null || order.state.isLast() || !order.version.equals(progress.version())) {
      return;
    }
    String status = CleanText.of(progress.status());
    String brief = status.substring(0, Math.min(status.length(), MAX_STATUS_LENGTH));
    switch (progress.state()) {
      case "downloading" ->
          order.become(FirmwareState.DOWNLOADING, progress.percent(), 0, brief, now);
      case "burning" -> order.become(FirmwareState.BURNING, progress.percent(), 0, brief, now);
      case "done" -> order.become(FirmwareState.DONE, 100, 0, brief, now);
      case "fail" ->
          order.become(
              FirmwareState.FAILED,
              order.percent,
              progress.code(),
              brief.isEmpty() ? meaning(progress.code()) : brief,
              now);
      default -> {}
    }
  }

  /// Protocol section 9.
  private static String meaning(int code) {
    return switch (code) {
      case -1 -> "download timed out";
      case -2 -> "file missing";
      case -3 -> "signature or authorisation expired";
      case -4 -> "MD5 does not match";
      case -5 -> "update failed";
      default -> "failed";
    };
  }

  private @Nullable FirmwareRow locked(DeviceKey device) {
    return findById(FirmwareRow.Key.of(device), LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public boolean hears(Message.Up message) {
    return message instanceof Message.FirmwareVersion
        || message instanceof Message.FirmwareProgress;
  }

  @Override
  public void receive(DeviceKey device, Message.Up message, Instant receivedAt) {
    switch (message) {
      case Message.FirmwareVersion(String version) ->
          runs(device, version, receivedAt).ifPresent(order -> twins.send(device, order));
      case Message.FirmwareProgress progress -> follow(device, progress, receivedAt);
      case Message.Up other -> throw new IllegalArgumentException(other.toString());
    }
  }
}
