package io.sockettwin.agent.hardware.pi;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A pin in memory, which may fail.
final class FakeContact implements Contact {

  final List<String> done = new ArrayList<>();
  final BlockingQueue<List<Boolean>> events = new LinkedBlockingQueue<>();
  volatile boolean active;
  volatile boolean broken;

  @Override
  public synchronized void set(boolean next) throws IOException {
    check();
    done.add(next ? "on" : "off");
    active = next;
  }

  @Override
  public boolean isActive() throws IOException {
    check();
    return active;
  }

  @Override
  public List<Boolean> changes(Duration within) throws IOException {
    check();
    try {
      List<Boolean> next = events.poll(10, TimeUnit.MILLISECONDS);
      return next == null ? List.of() : next;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void check() throws IOException {
    if (broken) {
      throw new IOException("error 5");
    }
  }

  @Override
  public synchronized void close() {
    done.add("given back");
  }
}
