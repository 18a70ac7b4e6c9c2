package io.sockettwin.agent.credentials;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The production line's list of devices: `PRODUCT DEVICE SECRET`, one a line.
///
/// Read with more patience than the original tool: line ends, blank lines and more than one blank
/// between columns do no harm, and further columns are ignored.
public final class IdentityList {

  /// What came of reading a list. A problem is a sentence that holds no secret.
  public sealed interface Choice {
    record Found(Identity identity) implements Choice {}

    record Problem(String sentence) implements Choice {}
  }

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IdentityList() {}

  /// The identity of a device in the list, or of the only one there.
  ///
  /// @param deviceName null if the list decides
  public static Choice choose(String list, @Nullable String deviceName) {
    List<String[]> rows = new ArrayList<>();
    int lineNumber = 0;
    for (String line : list.replace(BYTE_ORDER_MARK, "").lines().toList()) {
      lineNumber++;
      if (line.isBlank()) {
        continue;
      }
      String[] columns = line.strip().split("\\s+");
      if (columns.length < 3) {
        return new Choice.Problem(
            "line " + lineNumber + " is not of the form PRODUCT DEVICE SECRET");
      }
      if (deviceName == null || columns[1].equals(deviceName)) {
        rows.add(columns);
      }
    }
    if (rows.isEmpty()) {
      return new Choice.Problem(
          deviceName == null ? "it lists no device" : "it does not list the device " + deviceName);
    }
    if (rows.size() > 1) {
      return new Choice.Problem("it lists several devices: choose one with --device");
    }
    String[] row = rows.getFirst();
    return of(row[0], row[1], row[2]);
  }

  /// The identity of three texts.
  public static Choice of(String productId, String deviceName, String secret) {
    if (!DeviceKey.isProductId(productId)) {
      return new Choice.Problem(
          "the product id must be ten upper-case letters or digits, not \"" + productId + "\"");
    }
    if (!DeviceKey.isDeviceName(deviceName)) {
      return new Choice.Problem(
          "the device name must be 1 to 48 of letters, digits and _ - . : , not \""
              + deviceName
              + "\"");
    }
    Optional<DeviceSecret> parsed = DeviceSecret.parse(secret);
    if (parsed.isEmpty()) {
      return new Choice.Problem("the device secret of " + deviceName + " is not Base64 text");
    }
    return new Choice.Found(new Identity(new DeviceKey(productId, deviceName), parsed.get()));
  }
}
