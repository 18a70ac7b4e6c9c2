package io.sockettwin.service.device;

import io.sockettwin.service.product.Product;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// Gives devices that register by themselves their secrets.
@Singleton
public class SecretIssuer {
  private final DeviceRepository rows;
  private final Devices devices;
  private final DeviceSecrets secrets;

  SecretIssuer(DeviceRepository rows, Devices devices, DeviceSecrets secrets) {
    this.rows = rows;
    this.devices = devices;
    this.secrets = secrets;
  }

  /// The device may ask again, and gets a new secret each time, until it has once connected. To be
  /// followed by [Devices#changed] after the commit.
  ///
  /// @param product the device's own, which says whether it may create itself
  @Transactional
  public Issuance issue(DeviceKey device, Product product, Instant now) {
    DeviceRow row = rows.findById(DeviceRow.Key.of(device), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return switch (product.registration()) {
        case AUTO_CREATE -> create(device, product.registrationLimit(), now);
        case PRE_CREATED, DISABLED -> new Issuance.NotPreCreated();
      };
    }
    if (!row.enabled) {
      return new Issuance.Disabled();
    }
    if (row.activatedAt != null) {
      return new Issuance.Activated();
    }
    DeviceSecret secret = secrets.draw();
    row.secret = secrets.seal(device, secret);
    return new Issuance.Issued(secret);
  }

  private Issuance create(DeviceKey device, int limit, Instant now) {
    if (rows.countSelfRegistered(device.productId()) >= limit) {
      return new Issuance.TooManyDevices();
    }
    DeviceSecret secret = secrets.draw();
    DeviceDraft draft = DeviceDraft.named(device.productId(), device.deviceName());
    devices.create(draft.withSecret(secret), true, now);
    return new Issuance.Issued(secret);
  }

  /// The secret a device has, for one that asks the same question again.
  @Transactional
  public Issuance repeat(DeviceKey device) {
    DeviceRow row = rows.findById(DeviceRow.Key.of(device));
    if (row == null) {
      return new Issuance.NotPreCreated();
    }
    if (row.activatedAt != null) {
      return new Issuance.Activated();
    }
    return new Issuance.Issued(secrets.open(device, row.secret));
  }

  /// Forgets that the device has connected, so that it may register again.
  ///
  /// @return whether there is such a device
  @Transactional
  public boolean reset(DeviceKey device) {
    DeviceRow row = rows.findById(DeviceRow.Key.of(device));
    if (row != null) {
      row.activatedAt = null;
    }
    return row != null;
  }
}
