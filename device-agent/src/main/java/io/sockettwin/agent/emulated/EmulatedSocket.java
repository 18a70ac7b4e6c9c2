package io.sockettwin.agent.emulated;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.agent.hardware.Relay;
import io.sockettwin.agent.hardware.Signals;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Mains;
import io.sockettwin.plant.Plant;
import io.sockettwin.socket.Lamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A socket of air: its ports end in an emulated plant. Safe to touch from any thread.
public final class EmulatedSocket implements Hardware {

  /// 24 bytes of 11 bits at 4800 baud take 55 ms; then the chip is silent for 50 ms.
  public static final Duration FRAME_PERIOD = Duration.ofMillis(105);

  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("emulated-socket").factory());
  private Plant plant;
  private final Mains normal;
  private MainsCondition condition = MainsCondition.NORMAL;
  private boolean relayClosed;
  private boolean buttonPressed;
  private @Nullable Lamp lamp;
  private @Nullable Signals signals;
  private long sampledAt = System.nanoTime();

  public EmulatedSocket(long seed) {
    normal = Mains.european(seed);
    plant = Plant.of(normal, FrameEncoder.typical(Calibration.SHIPPED));
  }

  @Override
  public synchronized void start(Signals to) {
    signals = to;
    sampledAt = System.nanoTime();
    long period = FRAME_PERIOD.toMillis();
    var _ = time.scheduleAtFixedRate(() -> sendFrame(to), period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public Relay relay() {
    return new Relay() {
      @Override
      public void open() {
        move(false);
      }

      @Override
      public void close() {
        move(true);
      }
    };
  }

  @Override
  public LampPort lamp() {
    return this::show;
  }

  /// Plugs an appliance in, in the place of an older one of that name.
  public synchronized void plug(Appliance appliance) {
    plant = plant.plug(appliance);
  }

  public synchronized void unplug(String name) {
    plant = plant.unplug(name);
  }

  public synchronized List<Appliance> plugged() {
    return plant.plugged();
  }

  public synchronized boolean relayClosed() {
    return relayClosed;
  }

  /// What the lamp shows; null before it was told anything.
  public synchronized @Nullable Lamp shown() {
    return lamp;
  }

  /// How the supply is from now on.
  public synchronized void mains(MainsCondition next) {
    condition = next;
    int millivolts = normal.nominalMillivolts() / 100 * next.percent();
    Mains mains = new Mains(millivolts, normal.noisePermille(), normal.seed());
    plant = plant.on(mains);
  }

  public synchronized MainsCondition mains() {
    return condition;
  }

  /// Holds the button down for some time.
  public void press(Duration held) {
    pressButton();
    var _ = time.schedule(this::releaseButton, held.toMillis(), TimeUnit.MILLISECONDS);
  }

  public void pressButton() {
    button(true).buttonPressed();
  }

  public void releaseButton() {
    button(false).buttonReleased();
  }

  public synchronized boolean buttonPressed() {
    return buttonPressed;
  }

  private synchronized Signals button(boolean pressed) {
    if (signals == null) {
      throw new IllegalStateException("not started");
    }
    buttonPressed = pressed;
    return signals;
  }

  @Override
  public void close() {
    time.shutdownNow();
  }

  private void sendFrame(Signals to) {
    if (mains() != MainsCondition.OUTAGE) {
      to.meterBytes(sample());
    }
  }

  private synchronized byte[] sample() {
    long now = System.nanoTime();
    Plant.Sample sample = plant.sample(relayClosed, Duration.ofNanos(now - sampledAt));
    sampledAt = now;
    plant = sample.plant();
    return sample.frame().bytes();
  }

  private synchronized void move(boolean closed) {
    relayClosed = closed;
  }

  private synchronized void show(Lamp next) {
    lamp = next;
  }
}
