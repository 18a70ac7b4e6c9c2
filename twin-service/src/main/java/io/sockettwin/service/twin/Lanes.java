package io.sockettwin.service.twin;

import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.rate.Rate;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// Leads everything that happens to a device to the lane that owns it.
@Singleton
class Lanes implements Outside {
  /// After the schema and before the channels connect.
  private static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 50;

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  /// Messages to one device may come at once, in time of their lasting rate.
  private static final Duration BURST = Duration.ofSeconds(2);

  /// Devices whose rate is remembered, about 150 bytes each.
  private static final int MAX_RATES = 100_000;

  private final DataSource database;
  private final Products products;
  private final DeviceLink link;
  private final Watchers watchers;
  private final TwinMetrics metrics;
  private final TwinConfig config;
  private final Rate<DeviceKey> rate;
  private final List<InstanceHandle<Participant>> participants;
  private final List<Lane> lanes;
  private final List<Thread> threads = new ArrayList<>();

  Lanes(
      DataSource database,
      Products products,
      Devices devices,
      DeviceLink link,
      Watchers watchers,
      TwinMetrics metrics,
      @All List<InstanceHandle<Participant>> participants,
      TwinConfig config) {
    this.database = database;
    this.products = products;
    this.link = link;
    this.watchers = watchers;
    this.metrics = metrics;
    this.config = config;
    this.rate = new Rate<>(config.messagesPerSecondToADevice(), BURST, MAX_RATES);
    this.participants = participants;
    int count = config.lanes();
    lanes =
        IntStream.range(0, count)
            .mapToObj(i -> {
              var seats = new Seats(device -> index(device, count) == i);
              return new Lane(
                  seats, new Batch(database, this, metrics, seats), metrics, config.batchWindow());
            })
            .toList();
    metrics.waiting(() -> lanes.stream().mapToInt(Lane::waiting).sum());
    metrics.alarms(() -> lanes.stream().mapToInt(Lane::armed).sum());
    devices.whenChanged(device -> hand(new Job.Forget(device)));
  }

  /// What was open when the service stopped expires in its time, without any message. Participants
  /// come only now, since they may need the lanes themselves.
  void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws SQLException {
    List<Participant> present = participants.stream().map(InstanceHandle::get).toList();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      // What came while the service was down is still with the broker, so nobody is silent yet.
      Instant earliest = Instant.now().plus(config.silence());
      TwinReader.expiring(
          connection,
          (device, at) -> lane(device).wakeAt(device, at.isBefore(earliest) ? earliest : at));
      for (Lane lane : lanes) {
        lane.seat(present, connection);
      }
      connection.commit();
    }
    for (int i = 0; i < lanes.size(); i++) {
      threads.add(Thread.ofPlatform().name("lane-" + i).daemon().start(lanes.get(i)));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    lanes.forEach(Lane::stop);
    for (Thread thread : threads) {
      thread.join(STOP_PATIENCE);
    }
  }

  /// Waits while the device's lane is full.
  void hand(Job.OfDevice job) {
    put(lane(job.device()), job);
  }

  /// Waits so long at most while the lane is full.
  ///
  /// @return whether the lane took it
  boolean offer(Job.OfDevice job, Duration patience) throws InterruptedException {
    return lane(job.device()).offer(job, patience);
  }

  /// Tells every lane that the sessions before this one are over.
  void handAll(long session, Instant at, Runnable committed) {
    AtomicInteger left = new AtomicInteger(lanes.size());
    Runnable oneDone =
        () -> {
          if (left.decrementAndGet() == 0) {
            committed.run();
          }
        };
    lanes.forEach(lane -> put(lane, new Job.SessionsLost(session, at, oneDone)));
  }

  private static void put(Lane lane, Job job) {
    try {
      lane.put(job);
    } catch (InterruptedException e) {
      // The service stops. What was not taken was not acknowledged and comes again.
      Thread.currentThread().interrupt();
    }
  }

  private Lane lane(DeviceKey device) {
    return lanes.get(index(device, lanes.size()));
  }

  private static int index(DeviceKey device, int lanes) {
    return Math.floorMod(device.hashCode(), lanes);
  }

  @Override
  public Optional<DataTemplate> template(String productId) throws SQLException {
    try {
      return products.find(productId).map(Product::template);
    } catch (RuntimeException e) {
      SQLException behind = Failure.behind(e);
      if (behind != null) {
        throw new SQLException(behind.getMessage(), behind);
      }
      throw e;
    }
  }

  @Override
  public void send(DeviceKey device, Message.Down message) {
    if (!rate.take(device, System.nanoTime())) {
      metrics.dropped("too many to one device");
      return;
    }
    String topic = MessageCodec.topicOf(message, device).name();
    byte[] payload = MessageCodec.encode(message);
    if (message instanceof Message.Control || message instanceof Message.Action) {
      link.send(topic, payload, 1);
    } else {
      link.answer(device, topic, payload);
    }
  }

  @Override
  public void together(Runnable sends) {
    link.together(sends);
  }

  @Override
  public void changed(DeviceKey device, TwinState state) {
    watchers.changed(device, state);
  }

  @Override
  public Duration silence() {
    return config.silence();
  }
}
