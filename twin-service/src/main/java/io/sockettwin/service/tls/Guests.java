package io.sockettwin.service.tls;

import io.sockettwin.service.rate.AddressRate;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// How many connections there are, whether there is a place for another, and what became of each.
final class Guests {
  private final int maxConnections;
  private final int maxWaiting;
  private final AddressRate rate;
  private final TlsMetrics metrics;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  Guests(TlsConfig config, TlsMetrics metrics) {
    maxConnections = config.maxConnections();
    maxWaiting = config.maxWaiting();
    rate = new AddressRate(config.connectionsPerSecondAndAddress());
    this.metrics = metrics;
    metrics.watch(connections, waiting);
  }

  /// Takes a place among those that wait, if there is one.
  boolean enter(InetAddress address, long nanoTime) {
    Optional<Refusal> refusal = refusal(address, nanoTime);
    refusal.ifPresentOrElse(
        metrics::refused,
        () -> {
          connections.incrementAndGet();
          waiting.incrementAndGet();
        });
    return refusal.isEmpty();
  }

  private Optional<Refusal> refusal(InetAddress address, long nanoTime) {
    if (connections.get() >= maxConnections) {
      return Optional.of(Refusal.TOO_MANY_CONNECTIONS);
    }
    if (waiting.get() >= maxWaiting) {
      return Optional.of(Refusal.TOO_MANY_WAITING);
    }
    return rate.take(address, nanoTime) ? Optional.empty() : Optional.of(Refusal.TOO_OFTEN);
  }

  void refused(Refusal reason) {
    metrics.refused(reason);
  }

  void admitted() {
    metrics.admitted();
  }

  /// The broker has it, or it has left.
  void waitsNoLonger() {
    waiting.decrementAndGet();
  }

  void left() {
    connections.decrementAndGet();
  }
}
