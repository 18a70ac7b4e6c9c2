package io.sockettwin.service.production;

import io.sockettwin.thing.DeviceKey;

/// What is stuck onto a device: who it is, for people and for cameras. Never a secret.
record Label(DeviceKey device, QrCode code) {
  static final String PRODUCT = "{productId}";
  static final String NAME = "{deviceName}";

  /// With the longest name filled in it still fits a code.
  static final int MAX_TEXT = 128;

  static final String DEFAULT_TEXT = "sockettwin:" + PRODUCT + "/" + NAME;

  /// The label of a device.
  ///
  /// @param text what the code says, with the placeholders above
  static Label of(DeviceKey device, String text) {
    return new Label(
        device,
        QrCode.of(text.replace(PRODUCT, device.productId()).replace(NAME, device.deviceName())));
  }
}
