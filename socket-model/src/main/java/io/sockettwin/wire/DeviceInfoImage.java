package io.sockettwin.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the production line burns into the flash of one device: who it is (firmware section 8).
///
/// The secret is never shown: `toString` hides it.
public record DeviceInfoImage(String productId, String deviceName, String deviceSecret) {

  static final int BASE = 0x0801_B000;
  static final int NAME_OFFSET = 0x40;
  static final int SECRET_OFFSET = 0x80;
  static final int REGION_BYTES = 0x1000;

  /// What the device copies of each field (firmware section 10, D3); the image has room for more.
  public static final int MAX_PRODUCT_ID = 10;

  public static final int MAX_DEVICE_NAME = 63;
  public static final int MAX_DEVICE_SECRET = 24;

  public DeviceInfoImage {
    require("product id", productId, MAX_PRODUCT_ID);
    require("device name", deviceName, MAX_DEVICE_NAME);
    require("device secret", deviceSecret, MAX_DEVICE_SECRET);
  }

  /// The image of three texts from outside, if a device can hold them.
  public static Optional<DeviceInfoImage> of(
      String productId, String deviceName, String deviceSecret) {
    return fits(productId, MAX_PRODUCT_ID)
            && fits(deviceName, MAX_DEVICE_NAME)
            && fits(deviceSecret, MAX_DEVICE_SECRET)
        ? Optional.of(new DeviceInfoImage(productId, deviceName, deviceSecret))
        : Optional.empty();
  }

  /// Reads an image, alone or as part of that of a whole flash memory.
  public static Optional<DeviceInfoImage> read(String hex) {
    return DeviceInfoReader.read(hex);
  }

  /// The Intel-HEX file: one record a field, whatever its length, and nothing in between.
  public String hex() {
    return IntelHex.upperAddress(BASE >>> 16)
        + field(0, productId)
        + field(NAME_OFFSET, deviceName)
        + field(SECRET_OFFSET, deviceSecret)
        + IntelHex.END;
  }

  @Override
  public String toString() {
    return "DeviceInfoImage[" + productId + "/" + deviceName + ", hidden]";
  }

  private static String field(int offset, String text) {
    byte[] terminated = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return IntelHex.data((BASE & 0xFFFF) + offset, terminated);
  }

  private static void require(String name, String text, int maximum) {
    if (!fits(text, maximum)) {
      throw new IllegalArgumentException(
          "a " + name + " of " + text.length() + " characters cannot be burnt");
    }
  }

  private static boolean fits(String text, int maximum) {
    return !text.isEmpty()
        && text.length() <= maximum
        && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }
}
