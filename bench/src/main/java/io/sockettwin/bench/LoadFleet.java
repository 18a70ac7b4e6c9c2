package io.sockettwin.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/// Devices that report in an open loop: at times fixed in advance, whatever the answers do. A
/// latency counts from the time at which the report was due, so a stall is not hidden by what was
/// not sent meanwhile. One thread does it all.
final class LoadFleet implements Device.Fleet, AutoCloseable {
  /// Reports of one device that the broker has not yet taken; what is due beyond is held back and
  /// counted. The vendor's clients allow no more either.
  static final int MAX_UNACKNOWLEDGED = 20;

  private static final int CONNECTING_AT_ONCE = 200;
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);

  /// Reports whose time is remembered, a power of two.
  private static final int REMEMBERED = 1 << 22;

  private final FleetThread thread;
  private final List<Device> devices;
  private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
  private final long[] dueAt = new long[REMEMBERED];
  private final SingleWriterRecorder latencies = new SingleWriterRecorder(3);
  private Future<?> ticking;
  private long token;
  private long began;
  private long made;
  private double perNanosecond;

  final LongAdder sent = new LongAdder();
  final LongAdder heldBack = new LongAdder();
  final LongAdder acknowledged = new LongAdder();
  final LongAdder answered = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder lost = new LongAdder();

  LoadFleet(InetSocketAddress broker, List<Identity> identities) {
    devices = identities.stream().map(it -> new Device(it, this)).toList();
    thread = new FleetThread(broker);
    ticking = thread.loop().submit(() -> {});
  }

  /// Returns when all are subscribed.
  void connect() throws InterruptedException {
    for (Device device : devices) {
      take(1);
      thread.connect(device);
    }
    take(CONNECTING_AT_ONCE);
    connecting.release(CONNECTING_AT_ONCE);
  }

  private void take(int permits) throws InterruptedException {
    if (!connecting.tryAcquire(permits, CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the devices do not get connected; lost " + lost.sum());
    }
  }

  /// From now on so many reports a second, in turn by all devices.
  void offer(double perSecond) throws Exception {
    ticking.cancel(false);
    thread
        .loop()
        .submit(() -> {
          began = System.nanoTime();
          made = 0;
          perNanosecond = perSecond / 1e9;
        })
        .get();
    if (perSecond > 0) {
      ticking =
          thread
              .loop()
              .scheduleAtFixedRate(
                  this::tick, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void tick() {
    long due = (long) ((System.nanoTime() - began) * perNanosecond);
    for (; made < due; made++) {
      Device device = devices.get((int) (token % devices.size()));
      token++;
      if (device.isReady() && device.unacknowledged() < MAX_UNACKNOWLEDGED) {
        dueAt[(int) (token & (REMEMBERED - 1))] = began + (long) (made / perNanosecond);
        device.report(token);
        sent.increment();
      } else {
        heldBack.increment();
      }
    }
  }

  /// Latencies of the answers since the last call, in microseconds.
  Histogram latencies() {
    return latencies.getIntervalHistogram();
  }

  void forgetLatencies() {
    latencies.reset();
  }

  /// Reports on their way: sent and neither answered nor refused.
  long outstanding() {
    return sent.sum() - answered.sum() - refused.sum();
  }

  @Override
  public void ready(Device device) {
    connecting.release();
  }

  @Override
  public void acknowledged(long acknowledgedToken) {
    acknowledged.increment();
  }

  @Override
  public void answered(long answeredToken, int code) {
    if (code == 0) {
      answered.increment();
      long taken = System.nanoTime() - dueAt[(int) (answeredToken & (REMEMBERED - 1))];
      latencies.recordValue(taken / 1000);
    } else {
      refused.increment();
    }
  }

  @Override
  public void heard(Device device, String payload) {}

  @Override
  public void lost(Device device) {
    lost.increment();
  }

  @Override
  public void close() {
    ticking.cancel(false);
    thread.close();
  }
}
