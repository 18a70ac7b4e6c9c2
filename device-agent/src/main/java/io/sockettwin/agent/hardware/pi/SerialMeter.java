package io.sockettwin.agent.hardware.pi;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.sockettwin.meter.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The meter's serial line, listened to by a thread of its own. A line that goes, because its
/// adapter was unplugged, is opened again as soon as it is back; what it says is never judged here.
public final class SerialMeter implements AutoCloseable {

  /// The ninth bit of each byte. The chip sends an even one; a pseudo-terminal has none, and can
  /// only be opened a second time if none is asked for.
  public enum Parity {
    EVEN(SerialPort.EVEN_PARITY),
    NONE(SerialPort.NO_PARITY);

    private final int constant;

    Parity(int constant) {
      this.constant = constant;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(SerialMeter.class);

  /// How long it may take to see that the line is gone, or that it is to stop.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int DATA_BITS = 8;
  private static final int BUFFER_BYTES = 256;

  private final Path device;
  private final Parity parity;
  private @Nullable SerialPort port;
  private @Nullable Path opened;
  private @Nullable Thread thread;
  private volatile boolean stopping;

  private SerialMeter(Path device, Parity parity) {
    this.device = device;
    this.parity = parity;
  }

  /// Opens the line, so that what is wrong with it is known at once.
  public static SerialMeter open(Path device, Parity parity) throws IOException {
    SerialMeter meter = new SerialMeter(device, parity);
    meter.connect();
    return meter;
  }

  /// Gives what is heard from now on to this consumer, as it comes.
  public synchronized void start(Consumer<byte[]> heard) {
    thread = Thread.ofPlatform().daemon().name("meter").start(() -> listenForEver(heard));
  }

  private void listenForEver(Consumer<byte[]> heard) {
    Duration pause = FIRST_PAUSE;
    while (!stopping) {
      try {
        listen(connect(), heard);
        // Not at once: a line may let itself be opened and be gone with the first read.
        pauseAfter(FIRST_PAUSE);
        pause = FIRST_PAUSE;
      } catch (IOException e) {
        if (pause.equals(FIRST_PAUSE)) {
          LOG.warn("the meter cannot be heard: {}; trying again", e.getMessage());
        }
        pause = pauseAfter(pause);
      }
    }
    disconnect();
  }

  /// Until the line is gone.
  private void listen(SerialPort line, Consumer<byte[]> heard) {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (!stopping) {
      int count = line.readBytes(buffer, buffer.length);
      if (count > 0) {
        heard.accept(Arrays.copyOf(buffer, count));
      } else if ((count < 0 || isGone()) && !stopping) {
        LOG.warn("the meter's line {} is gone", device);
        disconnect();
        return;
      }
    }
  }

  /// Whether the name now means another device, or none: a driver need not notice.
  private boolean isGone() {
    try {
      return !device.toRealPath().equals(opened);
    } catch (IOException e) {
      return true;
    }
  }

  private SerialPort connect() throws IOException {
    SerialPort present = port;
    if (present != null) {
      return present;
    }
    if (!Files.exists(device)) {
      throw new IOException("it does not exist");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw new IOException("this user has no permission");
    }
    Path real = device.toRealPath();
    SerialPort line = settings(real);
    if (!line.openPort()) {
      throw new IOException(
          "it is no serial line, or something else uses it (error "
              + line.getLastErrorCode()
              + ")");
    }
    opened = real;
    port = line;
    return line;
  }

  private SerialPort settings(Path real) throws IOException {
    try {
      SerialPort line = SerialPort.getCommPort(real.toString());
      line.setComPortParameters(Line.BAUD, DATA_BITS, SerialPort.ONE_STOP_BIT, parity.constant);
      line.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      int patience = (int) PATIENCE.toMillis();
      line.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, patience, 0);
      return line;
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("it is no serial line", e);
    }
  }

  private void disconnect() {
    SerialPort present = port;
    if (present != null) {
      present.closePort();
    }
    port = null;
  }

  private static Duration pauseAfter(Duration pause) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis()));
    } catch (InterruptedException e) {
      // Only ever to stop, which the flag says as well.
      return pause;
    }
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  @Override
  public synchronized void close() {
    stopping = true;
    if (thread == null) {
      disconnect();
      return;
    }
    thread.interrupt();
    try {
      thread.join(PATIENCE.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
