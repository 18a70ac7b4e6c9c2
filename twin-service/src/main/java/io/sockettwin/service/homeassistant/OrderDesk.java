package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.homeassistant.mqtt.Heard;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Property;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Turns orders into controls, one after the other as they came.
final class OrderDesk implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OrderDesk.class);

  /// Orders that wait; those beyond are dropped and counted.
  private static final int MAX_WAITING = 256;

  private final HomeAssistantConfig config;
  private final Topics topics;
  private final Predicate<DeviceKey> shown;
  private final Products products;
  private final Twins twins;
  private final BridgeMetrics metrics;
  private final ThreadPoolExecutor clerk =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("home-assistant-orders").daemon().factory());

  /// @param shown whether Home Assistant is shown a device: others it cannot order
  OrderDesk(
      HomeAssistantConfig config,
      Topics topics,
      Predicate<DeviceKey> shown,
      Products products,
      Twins twins,
      BridgeMetrics metrics) {
    this.config = config;
    this.topics = topics;
    this.shown = shown;
    this.products = products;
    this.twins = twins;
    this.metrics = metrics;
  }

  /// An order that the broker has kept is an old one: it would switch at each connection.
  void take(Heard message) {
    Optional<Topics.Wanted> wanted = topics.wanted(message.topic());
    boolean tooLong = message.payload().length > Orders.MAX_BYTES;
    if (message.retained() || tooLong || wanted.isEmpty()) {
      metrics.refused();
      return;
    }
    try {
      clerk.execute(() -> carryOut(wanted.get(), message.text()));
    } catch (RejectedExecutionException e) {
      metrics.dropped();
    }
  }

  private void carryOut(Topics.Wanted wanted, String text) {
    try {
      Optional<ObjectNode> values =
          shown.test(wanted.device()) ? Orders.values(property(wanted), text) : Optional.empty();
      if (values.isEmpty()) {
        metrics.refused();
        return;
      }
      long expiry = Math.max(1, config.orderExpiry().toSeconds());
      twins.control(wanted.device(), values.get(), expiry, Instant.now());
      metrics.accepted();
    } catch (Refused e) {
      metrics.refused();
      LOG.debugf("%s: order refused: %s", wanted.device(), e.getMessage());
    } catch (RuntimeException e) {
      metrics.dropped();
      LOG.warnf("%s: order lost: %s", wanted.device(), e.getMessage());
    }
  }

  private @Nullable Property property(Topics.Wanted wanted) {
    return products
        .find(wanted.device().productId())
        .map(Product::template)
        .map(template -> template.properties().get(wanted.property()))
        .orElse(null);
  }

  @Override
  public void close() {
    clerk.shutdownNow();
  }
}
