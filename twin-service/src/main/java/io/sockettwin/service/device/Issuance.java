package io.sockettwin.service.device;

import io.sockettwin.wire.DeviceSecret;

/// What became of a device's wish for a secret (protocol section 11.4).
public sealed interface Issuance {
  record Issued(DeviceSecret secret) implements Issuance {}

  /// There is no such device, and none was to be created.
  record NotPreCreated() implements Issuance {}

  /// It has connected with the secret it has.
  record Activated() implements Issuance {}

  record Disabled() implements Issuance {}

  /// As many devices of the product have created themselves as may.
  record TooManyDevices() implements Issuance {}
}
