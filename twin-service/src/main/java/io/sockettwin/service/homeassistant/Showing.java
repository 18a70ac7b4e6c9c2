package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.device.NamedDevice;
import io.sockettwin.service.homeassistant.mqtt.HomeBroker;
import io.sockettwin.service.product.Names;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What Home Assistant is shown: which devices, and the newest of each. Used by one thread; the
/// lanes tell it of changes.
final class Showing {
  private static final byte[] NOTHING = {};

  private final HomeAssistantConfig config;
  private final Topics topics;
  private final HomeBroker broker;
  private final Devices devices;
  private final Products products;
  private final Twins twins;
  private final Map<DeviceKey, Shown> shown = new ConcurrentHashMap<>();

  Showing(
      HomeAssistantConfig config,
      Topics topics,
      HomeBroker broker,
      Devices devices,
      Products products,
      Twins twins) {
    this.config = config;
    this.topics = topics;
    this.broker = broker;
    this.devices = devices;
    this.products = products;
    this.twins = twins;
  }

  boolean shows(DeviceKey device) {
    return shown.containsKey(device);
  }

  int devices() {
    return shown.size();
  }

  /// Tells everything from the beginning.
  void all() {
    List<NamedDevice> present = devices.enabled(config.tag(), config.maxDevices());
    Set<DeviceKey> gone = new HashSet<>(shown.keySet());
    present.forEach(it -> gone.remove(it.key()));
    gone.forEach(this::withdraw);
    present.forEach(this::announce);
    broker.keep(topics.service(), "online".getBytes(StandardCharsets.UTF_8));
  }

  /// Tells of a device that was created, changed or deleted.
  void again(DeviceKey device) {
    Optional<NamedDevice> present = devices.enabled(device, config.tag());
    if (present.isEmpty()) {
      if (shows(device)) {
        withdraw(device);
      }
    } else if (shows(device) || shown.size() < config.maxDevices()) {
      announce(present.get());
    }
  }

  /// Tells what has changed since.
  void changes() {
    shown.forEach((device, it) -> {
      TwinState twin = it.take();
      if (twin != null) {
        tell(device, it, twin);
      }
    });
  }

  void end() {
    shown.values().forEach(Shown::end);
  }

  private void announce(NamedDevice device) {
    DeviceKey key = device.key();
    Product product = products.find(key.productId()).orElse(null);
    if (product == null) {
      return;
    }
    Shown before = shown.remove(key);
    if (before != null) {
      before.end();
    }
    Discovery discovery =
        new Discovery(topics, name(product.names()), product.template(), names(product.id()));
    broker.keep(topics.announcement(key), bytes(discovery.of(key, device.label())));
    Shown now = new Shown();
    now.watchedUntil(twins.watch(key, now::changed));
    shown.put(key, now);
    tell(key, now, twins.get(key));
  }

  private void withdraw(DeviceKey device) {
    Shown gone = shown.remove(device);
    if (gone != null) {
      gone.end();
    }
    broker.keep(topics.announcement(device), NOTHING);
    broker.keep(topics.state(device), NOTHING);
    broker.keep(topics.availability(device), NOTHING);
  }

  private void tell(DeviceKey device, Shown it, TwinState twin) {
    @Nullable Product product = products.find(device.productId()).orElse(null);
    if (product == null) {
      return;
    }
    ObjectNode state = States.of(product.template(), twin);
    if (it.newState(state.toString())) {
      broker.keep(topics.state(device), bytes(state));
    }
    String availability = States.availability(twin);
    if (it.newAvailability(availability)) {
      broker.keep(topics.availability(device), availability.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Map<String, String> names(String productId) {
    Map<String, String> names = new TreeMap<>();
    products.propertyNames(productId).forEach((id, both) -> names.put(id, name(both)));
    return names;
  }

  private String name(Names both) {
    return switch (config.language()) {
      case EN -> both.en();
      case ZH -> both.zh();
    };
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
