package io.sockettwin.agent.hardware.pi;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.agent.hardware.Relay;
import io.sockettwin.agent.hardware.Signals;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A socket of real parts; button and lamp may be missing.
public final class PiHardware implements Hardware {

  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final SerialMeter meter;
  private final GpioRelay relay;
  private final @Nullable GpioButton button;
  private final @Nullable SpiLamp lamp;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-refresher").factory());

  /// Takes over parts that were opened before.
  public PiHardware(
      SerialMeter meter, GpioRelay relay, @Nullable GpioButton button, @Nullable SpiLamp lamp) {
    this.meter = meter;
    this.relay = relay;
    this.button = button;
    this.lamp = lamp;
  }

  @Override
  public Relay relay() {
    return relay;
  }

  @Override
  public LampPort lamp() {
    return lamp == null ? unseen -> {} : lamp;
  }

  @Override
  public void start(Signals signals) {
    meter.start(signals::meterBytes);
    if (button != null) {
      button.start(signals);
    }
    long period = REFRESH.toMillis();
    var _ = refresher.scheduleAtFixedRate(relay::refresh, period, period, TimeUnit.MILLISECONDS);
  }

  /// The relay first: whatever else goes wrong, it is open.
  @Override
  public void close() {
    relay.release();
    refresher.shutdownNow();
    if (button != null) {
      button.close();
    }
    if (lamp != null) {
      lamp.close();
    }
    meter.close();
  }
}
