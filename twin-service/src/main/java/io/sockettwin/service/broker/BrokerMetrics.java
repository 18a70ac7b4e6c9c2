package io.sockettwin.service.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.mqttbroker.gate.Broker;
import io.sockettwin.mqttbroker.gate.BrokerCounts;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/// What the MQTT side counts.
@Singleton
class BrokerMetrics {
  private static final String PREFIX = "sockettwin.broker.";

  private final BrokerHost host;
  private final Counter lost;
  private final Counter unsent;

  BrokerMetrics(MeterRegistry registry, BrokerHost host) {
    this.host = host;
    lost =
        Counter.builder(PREFIX + "lost").description("Given up after a failure").register(registry);
    unsent =
        Counter.builder(PREFIX + "unsent").description("Not sent to devices").register(registry);
    Gauge.builder(PREFIX + "sessions", this, it -> it.count(BrokerCounts::sessions))
        .description("Connected clients")
        .register(registry);
    Gauge.builder(PREFIX + "under.way", this, it -> it.count(BrokerCounts::underWay))
        .description("Messages handed over and not yet committed")
        .register(registry);
    counter(registry, "refused.logins", BrokerCounts::refusedLogins);
    counter(registry, "unanswered.logins", BrokerCounts::unansweredLogins);
    counter(registry, "refused.publishes", BrokerCounts::refusedPublishes);
    counter(registry, "refused.subscriptions", BrokerCounts::refusedSubscriptions);
    counter(registry, "throttled.messages", BrokerCounts::throttledMessages);
    counter(registry, "oversize.packets", BrokerCounts::oversizePackets);
    counter(registry, "dropped.messages", BrokerCounts::droppedMessages);
  }

  private void counter(MeterRegistry registry, String name, ToDoubleFunction<BrokerCounts> value) {
    FunctionCounter.builder(PREFIX + name, this, it -> it.count(value)).register(registry);
  }

  private double count(ToDoubleFunction<BrokerCounts> value) {
    return host.embedded().map(Broker::counts).map(value::applyAsDouble).orElse(0.0);
  }

  /// A message from a device could not be handled.
  void lost() {
    lost.increment();
  }

  /// A message to a device was dropped.
  void unsent() {
    unsent.increment();
  }
}
