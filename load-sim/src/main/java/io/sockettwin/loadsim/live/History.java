package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// What the service keeps of the past, if it has an interface to tell it.
final class History {

  private static final String DESCRIPTION = "/q/openapi?format=json";
  private static final String REPORTS = "/api/history/devices/{productId}/{name}/reports";
  private static final String EVENTS = "/api/history/events";
  private static final int PAGE = 10_000;

  private final Api api;
  private final Instant from;
  private final boolean tellsReports;
  private final boolean tellsEvents;

  /// Asks the service what it can tell.
  ///
  /// @param from nothing before this moment belongs to the run
  History(Api api, Instant from) {
    this.api = api;
    this.from = from;
    JsonNode paths = api.get(DESCRIPTION).body().path("paths");
    this.tellsReports = paths.has(REPORTS);
    this.tellsEvents = paths.has(EVENTS);
  }

  /// How many reports of a device it has kept; empty if it does not tell.
  OptionalLong reports(DeviceKey device) {
    if (!tellsReports) {
      return OptionalLong.empty();
    }
    long[] rows = {0};
    String start =
        Registry.path("/api/history/devices/", device) + "/reports?properties=power_switch";
    pages(start, "points", _ -> rows[0]++);
    return OptionalLong.of(rows[0]);
  }

  /// How many overloads of a device it knows of: events of the same moment are the same, sent
  /// again.
  OptionalLong overcurrents(DeviceKey device) {
    if (!tellsEvents) {
      return OptionalLong.empty();
    }
    Set<String> moments = new HashSet<>();
    pages(
        "/api/history/events?eventId=status_report&productId=%s&name=%s"
            .formatted(device.productId(), device.deviceName()),
        "items",
        event -> {
          if (event.path("params").path("message").asText().equals("overcurrent")) {
            moments.add(event.path("at").asText());
          }
        });
    return OptionalLong.of(moments.size());
  }

  private void pages(String start, String items, Consumer<JsonNode> each) {
    String first = start + "&limit=" + PAGE + "&from=" + from;
    String next = "";
    do {
      JsonNode page = api.require(first + (next.isEmpty() ? "" : "&after=" + next));
      page.path(items).forEach(each);
      next = page.path("next").asText("");
    } while (!next.isEmpty());
  }
}
