package io.sockettwin.agent.emulated;

import io.sockettwin.agent.linux.PseudoTerminal;
import io.sockettwin.meter.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The meter's serial line, emulated by a pseudo-terminal that takes as long for each byte as the
/// wire does.
public final class EmulatedLine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmulatedLine.class);

  /// A frame ends before the next is due; one more may wait if this thread had to.
  private static final int WAITING_LIMIT = 2;

  private static final long BYTE_NANOS = Line.byteEnd(0).toNanos();

  private final PseudoTerminal terminal;
  private final LongConsumer begins;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(WAITING_LIMIT);
  private final Thread thread;

  private EmulatedLine(PseudoTerminal terminal, LongConsumer begins) {
    this.terminal = terminal;
    this.begins = begins;
    this.thread = Thread.ofPlatform().daemon().name("emulated-line").start(this::send);
  }

  public static EmulatedLine open() throws IOException {
    return open(nanos -> {});
  }

  /// Opens a line whose frames are watched.
  ///
  /// @param begins told the [System#nanoTime] at which the first bit of each frame is sent
  public static EmulatedLine open(LongConsumer begins) throws IOException {
    return new EmulatedLine(PseudoTerminal.open(), begins);
  }

  /// Where a serial driver can listen.
  public Path device() {
    return terminal.device();
  }

  /// Sends a frame, or any bytes, when those before it are over; drops it if too many wait.
  public void send(byte[] frame) {
    if (!waiting.offer(frame)) {
      LOG.debug("the emulated line is behind its time: a frame was dropped");
    }
  }

  private void send() {
    try {
      while (true) {
        byte[] frame = waiting.take();
        long start = System.nanoTime();
        begins.accept(start);
        for (int i = 0; i < frame.length; i++) {
          pauseUntil(start + (i + 1) * BYTE_NANOS);
          terminal.write(new byte[] {frame[i]});
        }
      }
    } catch (InterruptedException e) {
      // The line is being closed.
    } catch (IOException e) {
      LOG.warn("the emulated line is gone: {}", e.toString());
    }
  }

  private static void pauseUntil(long nanos) throws InterruptedException {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Line.FRAME_PERIOD.toMillis());
      terminal.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the emulated line did not close: {}", e.toString());
    }
  }
}
