package io.sockettwin.mqttbroker.hivemq;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// The rates of all devices. They outlive a connection, so that connecting anew refills nothing.
final class DeviceBuckets {

  /// What one device may still send.
  record Buckets(TokenBucket unacknowledged, TokenBucket acknowledged) {}

  private final DeviceRates rates;

  /// One that nobody took from for a burst's time is full, and need not be remembered.
  private final Cache<String, Buckets> buckets =
      CacheBuilder.newBuilder()
          .maximumSize(Limits.DEVICE_RATES)
          .expireAfterAccess(Duration.ofSeconds(Limits.BURST_SECONDS))
          .build();

  DeviceBuckets(DeviceRates rates) {
    this.rates = rates;
  }

  /// The same for all connections of a client that follow each other closely.
  Buckets of(String clientId) {
    try {
      return buckets.get(
          clientId,
          () ->
              new Buckets(
                  new TokenBucket(rates.unacknowledged(), Limits.BURST_SECONDS),
                  new TokenBucket(rates.acknowledged(), Limits.BURST_SECONDS)));
    } catch (ExecutionException e) {
      throw new IllegalStateException("new buckets never fail", e);
    }
  }
}
