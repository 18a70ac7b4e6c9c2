package io.sockettwin.service.push;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells the one who delivers that there is something to do.
@Singleton
public class Nudge {
  private final Semaphore given = new Semaphore(0);

  public void give() {
    given.release();
  }

  /// Waits for a nudge, so long at most. Many nudges given meanwhile are one.
  public void await(Duration atMost) throws InterruptedException {
    if (given.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      given.drainPermits();
    }
  }
}
