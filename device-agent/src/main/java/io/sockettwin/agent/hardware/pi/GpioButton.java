package io.sockettwin.agent.hardware.pi;

import io.sockettwin.agent.hardware.Signals;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A button on a pin, watched by a thread of its own.
public final class GpioButton implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GpioButton.class);

  /// How long it may take to see that it is to stop.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Contact line;
  private @Nullable Thread thread;
  private volatile boolean stopping;

  GpioButton(Contact line) {
    this.line = line;
  }

  /// Takes the pin.
  public static GpioButton take(Pin pin) throws IOException {
    return new GpioButton(GpioLine.input(pin));
  }

  synchronized void start(Signals signals) {
    thread = Thread.ofPlatform().daemon().name("button").start(() -> watch(signals));
  }

  private void watch(Signals signals) {
    try {
      boolean told = line.isActive();
      while (!stopping) {
        for (boolean pressed : line.changes(PATIENCE)) {
          tell(signals, pressed);
          told = pressed;
        }
        // Of a burst of bounces the kernel may have dropped the last: no button is held for ever.
        boolean pressed = line.isActive();
        if (pressed != told) {
          tell(signals, pressed);
          told = pressed;
        }
      }
    } catch (IOException e) {
      LOG.error("the button is dead: {}", e.toString());
      signals.buttonReleased();
    }
  }

  private static void tell(Signals signals, boolean pressed) {
    if (pressed) {
      signals.buttonPressed();
    } else {
      signals.buttonReleased();
    }
  }

  @Override
  public synchronized void close() {
    stopping = true;
    try {
      if (thread != null) {
        thread.join(PATIENCE.multipliedBy(2));
      }
      line.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the pin of the button was not given back: {}", e.toString());
    }
  }
}
