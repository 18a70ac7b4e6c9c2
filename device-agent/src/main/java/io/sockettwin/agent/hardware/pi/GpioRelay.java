package io.sockettwin.agent.hardware.pi;

import io.sockettwin.agent.hardware.Relay;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A relay on a pin. Safe to call from any thread: the loop, and whoever stops it.
public final class GpioRelay implements Relay {

  private static final Logger LOG = LoggerFactory.getLogger(GpioRelay.class);

  private final Contact line;
  private boolean closed;
  private boolean released;
  private boolean failing;

  GpioRelay(Contact line) {
    this.line = line;
  }

  /// Takes the pin, which opens the relay.
  public static GpioRelay take(Pin pin) throws IOException {
    return new GpioRelay(GpioLine.output(pin));
  }

  @Override
  public synchronized void open() {
    closed = false;
    drive();
  }

  @Override
  public synchronized void close() {
    closed = true;
    drive();
  }

  /// Sets the pin once more to what it should be: the output of a GPIO device on a bus may have
  /// failed, or been reset by a disturbance of the very load it switches.
  synchronized void refresh() {
    drive();
  }

  private void drive() {
    if (released) {
      return;
    }
    try {
      line.set(closed);
      failing = false;
    } catch (IOException e) {
      // Not for the loop to handle: what else the step wanted must be done all the same.
      if (!failing) {
        LOG.error("the relay does not {}: {}", closed ? "close" : "open", e.toString());
      }
      failing = true;
    }
  }

  /// Opens the relay for good and gives the pin back.
  synchronized void release() {
    open();
    released = true;
    try {
      line.close();
    } catch (IOException e) {
      LOG.warn("the pin of the relay was not given back: {}", e.toString());
    }
  }
}
