package io.sockettwin.service.homeassistant;

import io.sockettwin.thing.DeviceKey;
import java.util.Optional;

/// The topics on Home Assistant's broker.
///
/// @param discovery where Home Assistant looks for announcements
/// @param own where ours begin
record Topics(String discovery, String own) {
  private static final String SET = "set";
  private static final int SET_LEVELS = 4;

  /// What somebody wants of a device's property.
  record Wanted(DeviceKey device, String property) {}

  /// Where Home Assistant tells that it has started.
  String birth() {
    return discovery + "/status";
  }

  /// Where the service tells that it is there, and the broker that it is gone.
  String service() {
    return own + "/status";
  }

  String announcement(DeviceKey device) {
    return discovery + "/device/" + id(device) + "/config";
  }

  String state(DeviceKey device) {
    return of(device) + "/state";
  }

  String availability(DeviceKey device) {
    return of(device) + "/availability";
  }

  String order(DeviceKey device, String property) {
    return of(device) + "/" + SET + "/" + property;
  }

  /// The filter of all orders.
  String orders() {
    return own + "/+/+/" + SET + "/+";
  }

  /// What a topic orders, if it is one of [#orders].
  Optional<Wanted> wanted(String topic) {
    if (!topic.startsWith(own + "/")) {
      return Optional.empty();
    }
    String[] levels = topic.substring(own.length() + 1).split("/", -1);
    if (levels.length != SET_LEVELS || !levels[2].equals(SET)) {
      return Optional.empty();
    }
    return DeviceKey.of(levels[0], levels[1]).map(device -> new Wanted(device, levels[3]));
  }

  /// One word of letters, digits, `_` and `-`, another one for each device.
  static String id(DeviceKey device) {
    StringBuilder id = new StringBuilder("sockettwin_").append(device.productId()).append('_');
    device
        .deviceName()
        .chars()
        .forEach(c -> {
          if (c == '-' || (c < 128 && Character.isLetterOrDigit(c))) {
            id.append((char) c);
          } else {
            id.append('_').append(Integer.toHexString(c)).append('_');
          }
        });
    return id.toString();
  }

  private String of(DeviceKey device) {
    return own + "/" + device.productId() + "/" + device.deviceName();
  }
}
