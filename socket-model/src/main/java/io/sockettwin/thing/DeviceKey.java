package io.sockettwin.thing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which device: its product and its name within the product (protocol section 1).
public record DeviceKey(String productId, String deviceName) {
  /// Devices hold the product id in fixed buffers of ten bytes (protocol section 1).
  public static final int PRODUCT_ID_LENGTH = 10;

  public static final int MAX_DEVICE_NAME_LENGTH = 48;

  public DeviceKey {
    if (!isProductId(productId) || !isDeviceName(deviceName)) {
      throw new IllegalArgumentException("not a device: " + productId + "/" + deviceName);
    }
  }

  /// The key of two texts from outside, if both have the right form.
  public static Optional<DeviceKey> of(String productId, String deviceName) {
    return isProductId(productId) && isDeviceName(deviceName)
        ? Optional.of(new DeviceKey(productId, deviceName))
        : Optional.empty();
  }

  /// The key in an MQTT client id or TLS-PSK identity: product id and device name without
  /// separator.
  public static Optional<DeviceKey> parse(String clientId) {
    return clientId.length() <= PRODUCT_ID_LENGTH
        ? Optional.empty()
        : of(clientId.substring(0, PRODUCT_ID_LENGTH), clientId.substring(PRODUCT_ID_LENGTH));
  }

  public static boolean isProductId(String text) {
    if (text.length() != PRODUCT_ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUpper(c) && !isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  public static boolean isDeviceName(String text) {
    if (text.isEmpty() || text.length() > MAX_DEVICE_NAME_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = isUpper(c) || (c >= 'a' && c <= 'z');
      if (!letter && !isDigit(c) && c != '_' && c != '-' && c != '.' && c != ':') {
        return false;
      }
    }
    return true;
  }

  /// MQTT client id and TLS-PSK identity.
  public String clientId() {
    return productId + deviceName;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeviceKey(String product, String name)
        && deviceName.equals(name)
        && productId.equals(product);
  }

  /// Names of a fleet differ in a few digits only, which the hash of a text hardly spreads: mixed,
  /// so that tables and lanes fill evenly (the last steps of MurmurHash3).
  @Override
  public int hashCode() {
    int hash = 31 * productId.hashCode() + deviceName.hashCode();
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  @Override
  public String toString() {
    return productId + "/" + deviceName;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
