package io.sockettwin.service.homeassistant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.homeassistant.mqtt.Heard;
import io.sockettwin.service.homeassistant.mqtt.HomeBroker;
import io.sockettwin.service.homeassistant.mqtt.Login;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps Home Assistant up to date, and takes its orders, if there is one.
@Singleton
class Bridge {
  private static final Logger LOG = Logger.getLogger(Bridge.class);
  private static final String STARTED = "online";

  private final HomeAssistantConfig config;
  private final Devices devices;
  private final Products products;
  private final Twins twins;
  private final BridgeMetrics metrics;
  private final Set<DeviceKey> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean anew = new AtomicBoolean();
  private final Thread thread =
      Thread.ofPlatform().name("home-assistant").daemon().unstarted(this::run);
  private @Nullable HomeBroker broker;
  private @Nullable Showing showing;
  private @Nullable OrderDesk desk;
  private volatile boolean closed;

  Bridge(
      HomeAssistantConfig config,
      Devices devices,
      Products products,
      Twins twins,
      BridgeMetrics metrics) {
    this.config = config;
    this.devices = devices;
    this.products = products;
    this.twins = twins;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    if (config.broker().isPresent()) {
      open(config.broker().get());
    }
  }

  private void open(URI address) {
    Settings.require(config, address);
    Topics topics = new Topics(config.discoveryPrefix(), config.topicPrefix());
    HomeBroker opened =
        new HomeBroker(
            new Login(address, config.clientId(), config.username(), config.password()),
            topics.service(),
            List.of(topics.orders(), topics.birth()),
            () -> anew.set(true),
            it -> heard(topics, it));
    Showing everything = new Showing(config, topics, opened, devices, products, twins);
    broker = opened;
    showing = everything;
    desk = new OrderDesk(config, topics, everything::shows, products, twins, metrics);
    metrics.follow(opened::connected, everything::devices);
    devices.whenChanged(changed::add);
    thread.start();
    opened.open();
  }

  private void heard(Topics topics, Heard message) {
    OrderDesk orders = desk;
    if (message.topic().equals(topics.birth())) {
      // A restarted Home Assistant has the announcements from the broker, but not if that is new.
      anew.compareAndSet(false, message.text().equals(STARTED) && !message.retained());
    } else if (orders != null) {
      orders.take(message);
    }
  }

  private void run() {
    while (!closed) {
      try {
        Thread.sleep(config.interval());
        if (broker != null && broker.connected() && showing != null) {
          tell(showing);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("Home Assistant was not told everything, once more: %s", e.getMessage());
        anew.set(true);
      }
    }
  }

  private void tell(Showing all) {
    if (anew.getAndSet(false)) {
      changed.clear();
      all.all();
    }
    for (DeviceKey device : List.copyOf(changed)) {
      // First: what changes meanwhile is told once more.
      changed.remove(device);
      all.again(device);
    }
    all.changes();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    closed = true;
    if (broker != null) {
      thread.interrupt();
      thread.join();
      broker.close();
    }
    if (desk != null) {
      desk.close();
    }
    if (showing != null) {
      showing.end();
    }
  }
}
