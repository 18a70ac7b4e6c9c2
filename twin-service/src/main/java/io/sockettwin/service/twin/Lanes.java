package io.sockettwin.service.twin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// Leads everything that happens to a device to the lane that owns it.
@Singleton
class Lanes implements Ingest, Batch.Surroundings {
  /// After the schema and before the channels connect.
  private static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 50;

  private final DataSource database;
  private final Products products;
  private final DeviceLink link;
  private final Watchers watchers;
  private final MeterRegistry metrics;
  private final List<Lane> lanes;
  private final List<Thread> threads = new ArrayList<>();

  Lanes(
      DataSource database,
      Products products,
      Devices devices,
      DeviceLink link,
      Watchers watchers,
      MeterRegistry metrics,
      TwinConfig config) {
    this.database = database;
    this.products = products;
    this.link = link;
    this.watchers = watchers;
    this.metrics = metrics;
    lanes =
        IntStream.range(0, config.lanes())
            .mapToObj(_ -> new Lane(new Batch(database, this)))
            .toList();
    Gauge.builder("sockettwin.lanes.waiting", this, Lanes::waiting)
        .description("Messages waiting for their lane")
        .register(metrics);
    devices.whenChanged(device -> hand(new Job.Forget(device)));
  }

  void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws SQLException {
    for (int i = 0; i < lanes.size(); i++) {
      threads.add(Thread.ofPlatform().name("lane-" + i).daemon().start(lanes.get(i)));
    }
    try (Connection connection = database.getConnection()) {
      TwinReader.expiring(connection, (device, at) -> happened(device, new TwinInput.WakeUp()));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    lanes.forEach(Lane::stop);
    for (Thread thread : threads) {
      thread.join(STOP_MILLIS);
    }
  }

  private static final long STOP_MILLIS = 5_000;

  @Override
  public void accept(Arrival arrival) {
    Optional<Topic> topic = Topic.parse(arrival.topic());
    if (topic.isEmpty()) {
      dropped("unknown topic");
      arrival.committed().run();
      return;
    }
    hand(new Job.Heard(topic.get().device(), arrival));
  }

  @Override
  public void accept(SessionChange change, Runnable committed) {
    switch (change) {
      case SessionChange.Connected(var device, long session, var address, var at) ->
          hand(new Job.Happened(device, new TwinInput.Connected(session), at, committed));
      case SessionChange.Disconnected(var device, long session, var reason, var at) ->
          hand(
              new Job.Happened(
                  device, new TwinInput.Disconnected(session, reason.text()), at, committed));
      case SessionChange.BrokerStarted(long session, var at) ->
          brokerStarted(session, at, committed);
    }
  }

  private void brokerStarted(long session, Instant at, Runnable committed) {
    List<DeviceKey> lost = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      TwinReader.online(connection, session, (device, its) -> lost.add(device));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot tell who was connected", e);
    }
    if (lost.isEmpty()) {
      committed.run();
      return;
    }
    AtomicInteger left = new AtomicInteger(lost.size());
    Runnable oneDone =
        () -> {
          if (left.decrementAndGet() == 0) {
            committed.run();
          }
        };
    lost.forEach(
        device -> hand(new Job.Happened(device, new TwinInput.SessionsLost(session), at, oneDone)));
  }

  void hand(Job job) {
    lanes.get(Math.floorMod(job.device().hashCode(), lanes.size())).put(job);
  }

  private void happened(DeviceKey device, TwinInput input) {
    hand(new Job.Happened(device, input, Instant.now(), () -> {}));
  }

  private double waiting() {
    return lanes.stream().mapToInt(Lane::waiting).sum();
  }

  @Override
  public Optional<DataTemplate> template(String productId) {
    return products.find(productId).map(Product::template);
  }

  @Override
  public void send(DeviceKey device, Message.Down message) {
    int qos = message instanceof Message.Control || message instanceof Message.Action ? 1 : 0;
    link.send(MessageCodec.topicOf(message, device).name(), MessageCodec.encode(message), qos);
  }

  @Override
  public void changed(DeviceKey device, TwinState state) {
    watchers.changed(device, state);
  }

  @Override
  public void dropped(String reason) {
    metrics.counter("sockettwin.messages.dropped", "reason", reason).increment();
  }
}
