package io.sockettwin.firmware;

import io.sockettwin.wire.at.AtText;

/// Who a flashed device is. Without device information in its flash it goes on with empty texts
/// (C8).
public record DeviceInfo(String productId, String deviceName, String deviceSecret) {

  /// What was compiled in for devices that were never programmed.
  public static final DeviceInfo EMPTY = new DeviceInfo("", "", "");

  String setCommand() {
    return "AT+TCDEVINFOSET=1,\"%s\",\"%s\",\"%s\""
        .formatted(
            AtText.escape(productId), AtText.escape(deviceName), AtText.escape(deviceSecret));
  }

  String topic(String direction, String kind) {
    return "$thing/" + direction + "/" + kind + "/" + productId + "/" + deviceName;
  }

  @Override
  public String toString() {
    return "DeviceInfo[" + productId + "/" + deviceName + ", hidden]";
  }
}
