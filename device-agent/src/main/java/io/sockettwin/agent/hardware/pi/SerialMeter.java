package io.sockettwin.agent.hardware.pi;

import io.sockettwin.agent.serial.SerialLine;
import io.sockettwin.agent.serial.SerialLine.Parity;
import io.sockettwin.meter.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The meter's serial line, listened to by a thread of its own. A line that goes, because its
/// adapter was unplugged, is opened again as soon as it is back; what it says is never judged here.
public final class SerialMeter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SerialMeter.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Path device;
  private final Parity parity;

  /// Opened and not listened to yet.
  private @Nullable SerialLine opened;

  private Duration pause = FIRST_PAUSE;
  private @Nullable Thread thread;
  private volatile boolean stopping;

  private SerialMeter(Path device, Parity parity, SerialLine opened) {
    this.device = device;
    this.parity = parity;
    this.opened = opened;
  }

  /// Opens the line, so that what is wrong with it is known at once.
  ///
  /// @param parity the chip sends an even one
  public static SerialMeter open(Path device, Parity parity) throws IOException {
    return new SerialMeter(device, parity, SerialLine.open(device, Line.BAUD, parity));
  }

  /// Gives what is heard from now on to this consumer, as it comes.
  public synchronized void start(Consumer<byte[]> heard) {
    thread = Thread.ofPlatform().daemon().name("meter").start(() -> listenForEver(heard));
  }

  private void listenForEver(Consumer<byte[]> heard) {
    while (!stopping) {
      try (SerialLine line = connect()) {
        listen(line, heard);
      } catch (IOException e) {
        if (pause.equals(FIRST_PAUSE)) {
          LOG.warn("the meter at {} cannot be heard: {}; trying again", device, e.getMessage());
        }
        waitLonger();
      }
    }
  }

  private SerialLine connect() throws IOException {
    SerialLine line = opened;
    opened = null;
    return line == null ? SerialLine.open(device, Line.BAUD, parity) : line;
  }

  private void listen(SerialLine line, Consumer<byte[]> heard) throws IOException {
    while (!stopping) {
      byte[] bytes = line.read();
      if (bytes.length > 0) {
        // Only now: a line may let itself be opened and be gone with the first read.
        pause = FIRST_PAUSE;
        heard.accept(bytes);
      }
    }
  }

  private void waitLonger() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis()));
    } catch (InterruptedException e) {
      // Only ever to stop, which the flag says as well.
      return;
    }
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  @Override
  public synchronized void close() {
    stopping = true;
    if (thread == null) {
      if (opened != null) {
        opened.close();
      }
      return;
    }
    thread.interrupt();
    try {
      thread.join(SerialLine.PATIENCE.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
