package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Timers fire inside the lanes.
@Singleton
final class TimerParticipant implements Participant {
  static final String NAME = "timers";

  private final Near near;
  private final Products products;
  private final ObjectMapper json;
  private final TimerMetrics metrics;

  TimerParticipant(Near near, Products products, ObjectMapper json, TimerMetrics metrics) {
    this.near = near;
    this.products = products;
    this.json = json;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    Function<String, Optional<DataTemplate>> templates =
        id -> products.find(id).map(Product::template);
    return new TimerSide(near, templates, json, metrics);
  }
}
