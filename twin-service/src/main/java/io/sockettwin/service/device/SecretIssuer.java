package io.sockettwin.service.device;

import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;

/// Gives devices that register by themselves their secrets.
@Singleton
public class SecretIssuer {
  private final DeviceRepository rows;
  private final Devices devices;
  private final Seal seal;
  private final SecureRandom random = new SecureRandom();

  SecretIssuer(DeviceRepository rows, Devices devices, Seal seal) {
    this.rows = rows;
    this.devices = devices;
    this.seal = seal;
  }

  /// The device may ask again, and gets a new secret each time, until it has once connected. To be
  /// followed by [Devices#changed] after the commit.
  ///
  /// @param maxDevices how many devices its product may have for this one to be created; 0 when it
  ///   must exist
  @Transactional
  public Issuance issue(DeviceKey device, long maxDevices, Instant now) {
    DeviceRow row = rows.findById(DeviceRow.Key.of(device), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      if (maxDevices == 0) {
        return new Issuance.NotPreCreated();
      }
      if (rows.count("productId", device.productId()) >= maxDevices) {
        return new Issuance.TooManyDevices();
      }
      DeviceSecret secret = draw();
      devices.create(
          new DeviceDraft(device.productId(), device.deviceName(), secret.base64(), true), now);
      return new Issuance.Issued(secret);
    }
    if (!row.enabled) {
      return new Issuance.Disabled();
    }
    if (row.activatedAt != null) {
      return new Issuance.Activated();
    }
    DeviceSecret secret = draw();
    row.secret = seal.seal(secret.base64(), Devices.owner(device));
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
    String text = seal.open(row.secret, Devices.owner(device));
    return new Issuance.Issued(DeviceSecret.parse(text).orElseThrow());
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

  private DeviceSecret draw() {
    byte[] key = new byte[DeviceSecret.LENGTH_BYTES];
    random.nextBytes(key);
    return DeviceSecret.of(key);
  }
}
