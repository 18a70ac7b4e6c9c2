package io.sockettwin.service.homeassistant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// What the bridge counts. There is nothing to count without Home Assistant.
@Singleton
class BridgeMetrics {
  private static final String PREFIX = "sockettwin.homeassistant.";

  private final MeterRegistry registry;

  BridgeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void follow(BooleanSupplier connected, IntSupplier devices) {
    Gauge.builder(PREFIX + "connected", () -> connected.getAsBoolean() ? 1 : 0)
        .description("1 while Home Assistant's broker is connected")
        .register(registry);
    Gauge.builder(PREFIX + "devices", devices::getAsInt)
        .description("Devices that Home Assistant is shown")
        .register(registry);
  }

  void accepted() {
    orders("accepted").increment();
  }

  void refused() {
    orders("refused").increment();
  }

  void dropped() {
    orders("dropped").increment();
  }

  private Counter orders(String outcome) {
    return Counter.builder(PREFIX + "orders")
        .description("What Home Assistant ordered")
        .tag("outcome", outcome)
        .register(registry);
  }
}
