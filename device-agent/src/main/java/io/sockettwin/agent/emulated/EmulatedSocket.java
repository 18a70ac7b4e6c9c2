package io.sockettwin.agent.emulated;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.agent.hardware.Relay;
import io.sockettwin.agent.hardware.Signals;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Disturbance;
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

  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("emulated-socket").factory());
  private Plant plant;
  private boolean relayClosed;
  private boolean buttonPressed;
  private @Nullable Lamp lamp;
  private @Nullable Signals signals;
  private long sampledAt = System.nanoTime();

  public EmulatedSocket(long seed) {
    plant = Plant.of(Mains.european(seed), FrameEncoder.typical(Calibration.SHIPPED));
  }

  @Override
  public void start(Signals to) {
    start(to, Line.FRAME_TIME);
  }

  /// @param transit how long after it was measured a frame is to be given: what the line takes, or
  ///   nothing where there is a line that takes its time
  synchronized void start(Signals to, Duration transit) {
    signals = to;
    sampledAt = System.nanoTime();
    long period = Line.FRAME_PERIOD.toMillis();
    var _ =
        time.scheduleAtFixedRate(
            () -> sendFrame(to, transit), period, period, TimeUnit.MILLISECONDS);
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

  /// Lets something happen to the mains from now on, in the place of what was going on.
  public synchronized void disturb(Disturbance disturbance) {
    plant = plant.disturb(disturbance);
  }

  /// What is wrong with the mains now; null if nothing is.
  public synchronized @Nullable Disturbance disturbance() {
    return plant.mains().disturbance(plant.nanos());
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

  /// As on a real line, what a frame says is as old as the frame is long.
  private void sendFrame(Signals to, Duration transit) {
    byte[] frame = sample();
    var _ = time.schedule(() -> to.meterBytes(frame), transit.toMillis(), TimeUnit.MILLISECONDS);
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
