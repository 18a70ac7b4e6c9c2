package io.sockettwin.agent.hardware.pi;

import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.socket.Lamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WS2812 on an SPI bus, with a thread that draws its pattern.
public final class SpiLamp implements LampPort, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpiLamp.class);

  /// As smooth as a film; a steady lamp is only told again, should a disturbance have changed it.
  private static final Duration BREATHING_STEP = Duration.ofMillis(40);

  private static final Duration BLINKING_STEP = Duration.ofMillis(50);
  private static final Duration STEADY_STEP = Duration.ofSeconds(1);
  private static final Duration STOP_TIME = Duration.ofSeconds(1);

  private record Shown(Lamp lamp, long sinceNanos) {}

  private final SpiBus bus;
  private final Ws2812.Rate rate;
  private final Thread thread;
  private volatile @Nullable Shown shown;
  private volatile boolean stopping;
  private boolean failing;

  private SpiLamp(SpiBus bus, Ws2812.Rate rate) {
    this.bus = bus;
    this.rate = rate;
    this.thread = Thread.ofPlatform().daemon().name("lamp").unstarted(this::draw);
  }

  /// Takes the bus, whose rate in megahertz is one of 2.4, 3.2 and 6.4.
  ///
  /// @throws IllegalArgumentException if it is another rate
  public static SpiLamp take(Path device, String megahertz) throws IOException {
    Ws2812.Rate rate =
        Ws2812.Rate.parse(megahertz)
            .orElseThrow(() -> new IllegalArgumentException("no rate: " + megahertz));
    SpiLamp lamp = new SpiLamp(SpiBus.open(device, rate.hertz()), rate);
    lamp.thread.start();
    return lamp;
  }

  /// Goes on with the pattern if only its colour changes: breath does not halt with each watt.
  @Override
  public void show(Lamp lamp) {
    Shown before = shown;
    shown =
        before != null && before.lamp.pattern() == lamp.pattern()
            ? new Shown(lamp, before.sinceNanos)
            : new Shown(lamp, System.nanoTime());
    LockSupport.unpark(thread);
  }

  private void draw() {
    while (!stopping) {
      Shown now = shown;
      if (now == null) {
        LockSupport.park(this);
        continue;
      }
      send(now.lamp.rgbAfter(Duration.ofNanos(System.nanoTime() - now.sinceNanos)));
      LockSupport.parkNanos(this, step(now.lamp.pattern()).toNanos());
    }
    send(0);
  }

  private static Duration step(Lamp.Pattern pattern) {
    return switch (pattern) {
      case BREATHING -> BREATHING_STEP;
      case BLINKING -> BLINKING_STEP;
      case STEADY -> STEADY_STEP;
    };
  }

  private void send(int rgb) {
    try {
      bus.send(Ws2812.encode(rgb, rate));
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("the lamp cannot be reached: {}", e.toString());
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_TIME);
      bus.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the bus of the lamp did not close: {}", e.toString());
    }
  }
}
