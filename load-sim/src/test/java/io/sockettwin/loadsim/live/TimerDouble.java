package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/// Timers that fire once, each at its moment.
final class TimerDouble implements AutoCloseable {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// How often a device's timer fires; a good service fires it once.
  volatile ToIntFunction<DeviceKey> firings = _ -> 1;

  /// How many controls a firing sends; a good service sends one.
  volatile ToIntFunction<DeviceKey> controls = _ -> 1;

  final Map<String, List<String>> fired = new ConcurrentHashMap<>();

  private final BiFunction<DeviceKey, JsonNode, String> control;
  private final AtomicInteger count = new AtomicInteger();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /// @param control switches a device, and tells what the control is called
  TimerDouble(BiFunction<DeviceKey, JsonNode, String> control) {
    this.control = control;
  }

  String set(JsonNode draft) {
    String id = "timer-" + count.incrementAndGet();
    fired.put(id, new CopyOnWriteArrayList<>());
    JsonNode action = draft.path("actions").path(0);
    DeviceKey device =
        new DeviceKey(action.path("productId").asText(), action.path("name").asText());
    Instant due =
        LocalDateTime.parse(draft.path("rule").path("at").asText()).toInstant(ZoneOffset.UTC);
    var _ =
        clock.schedule(
            () -> fire(id, device, action.path("values")),
            Duration.between(Instant.now(), due).toNanos(),
            TimeUnit.NANOSECONDS);
    return id;
  }

  ObjectNode history(String id) {
    ObjectNode body = NODES.objectNode();
    ArrayNode items = body.putArray("items");
    fired
        .get(id)
        .forEach(control ->
            items
                .addObject()
                .put("state", "fired")
                .put("controlId", control)
                .put("controlStage", control.isEmpty() ? "ACCEPTED" : "APPLIED"));
    return body;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void fire(String id, DeviceKey device, JsonNode values) {
    for (int firing = firings.applyAsInt(device); firing > 0; firing--) {
      String last = "";
      for (int each = controls.applyAsInt(device); each > 0; each--) {
        last = control.apply(device, values);
      }
      fired.get(id).add(last);
    }
  }
}
