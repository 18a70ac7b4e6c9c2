package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.thing.DeviceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What the service knows of products and devices.
final class Registry {

  private static final int NOT_FOUND = 404;

  private final Api api;

  Registry(Api api) {
    this.api = api;
  }

  /// The product to make devices of: the one given, or the first that is a socket.
  String product(@Nullable String wanted) {
    if (wanted != null) {
      api.require("/api/products/" + wanted);
      return wanted;
    }
    for (JsonNode product : api.require("/api/products?size=200").path("items")) {
      for (JsonNode property : product.path("template").path("properties")) {
        if (property.path("id").asText().equals("power_switch")) {
          return product.path("id").asText();
        }
      }
    }
    throw new CannotRun(
        "the service has no product with a power_switch: choose one with --product");
  }

  /// What the service shows of a device.
  ///
  /// @param flashed whether the events of an overload are too many to tell again from anew
  Seen look(DeviceKey device, History history, boolean flashed, Followers followers) {
    Api.Answer answer = api.get(path("/api/twins/", device));
    if (answer.status() == NOT_FOUND) {
      return Seen.NOTHING;
    }
    if (!answer.good()) {
      throw new CannotRun("the twin of " + device + " cannot be read: " + answer.problem());
    }
    Map<String, JsonNode> reported = new LinkedHashMap<>();
    answer
        .body()
        .path("reported")
        .properties()
        .forEach(entry -> reported.put(entry.getKey(), entry.getValue().path("value")));
    return new Seen(
        true,
        reported,
        history.reports(device),
        flashed ? OptionalLong.empty() : history.overcurrents(device),
        followers.alarmsOf(device),
        followers.timerOf(device));
  }

  static String path(String start, DeviceKey device) {
    return start + device.productId() + "/" + device.deviceName();
  }
}
