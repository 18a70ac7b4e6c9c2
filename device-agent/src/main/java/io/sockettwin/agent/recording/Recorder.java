package io.sockettwin.agent.recording;

import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what happens to one socket without ever making it wait: the disk has a thread of its
/// own.
///
/// A recording with a gap would play to other effects, so one that cannot go on ends, and the
/// socket goes on without it.
public final class Recorder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /// Some minutes of a socket whose meter sends twenty frames a second.
  private static final int MAX_WAITING = 5_000;

  /// Some two days, in some three gigabytes.
  private static final long MAX_STEPS = 4_000_000;

  private static final long STOP_MILLIS = 5_000;

  private sealed interface Item {
    record Step(Entry entry) implements Item {}

    record End() implements Item {}
  }

  private final RecordingWriter file;
  private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(MAX_WAITING + 1);
  private final Thread thread;
  private long steps;
  private volatile boolean ended;

  private Recorder(RecordingWriter file) {
    this.file = file;
    this.thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::write);
  }

  /// Begins a recording in the place of an older one.
  ///
  /// @throws IOException if the file cannot be written
  public static Recorder start(Path path, Header header) throws IOException {
    RecordingWriter file = new RecordingWriter(path);
    file.begin(header);
    Recorder recorder = new Recorder(file);
    recorder.thread.start();
    return recorder;
  }

  /// Called by the socket's thread alone.
  public void step(Instant at, SocketInput input, List<SocketEffect> effects) {
    if (ended) {
      return;
    }
    if (++steps > MAX_STEPS) {
      end("it has " + MAX_STEPS + " steps");
    } else if (waiting.size() == MAX_WAITING) {
      end("the disk is too slow");
    } else {
      waiting.add(new Item.Step(new Entry(at, input, effects)));
    }
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      waiting.add(new Item.End());
    }
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(String why) {
    ended = true;
    waiting.add(new Item.End());
    LOG.warn("The recording ends here: {}", why);
  }

  private void write() {
    try (file) {
      for (@Nullable Entry entry = take(); entry != null; entry = take()) {
        file.step(entry);
      }
    } catch (IOException e) {
      ended = true;
      LOG.warn("The recording ends here: it cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Entry take() throws InterruptedException {
    return switch (waiting.take()) {
      case Item.Step(Entry entry) -> entry;
      case Item.End() -> null;
    };
  }
}
