package io.sockettwin.agent.page;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A finger on the button, as far as one can be sure of it: a page that was closed or lost cannot
/// say that it lets go.
final class HeldButton implements AutoCloseable {

  /// A page that holds the button says so about every second.
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Function<Touch.Button, Subject.Answer> button;
  private final Duration patience;
  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("page-button").factory());
  private boolean held;

  /// Counts what was said about the button, so that a time-out knows whether it is the latest.
  private long said;

  HeldButton(Function<Touch.Button, Subject.Answer> button, Duration patience) {
    this.button = button;
    this.patience = patience;
  }

  synchronized Subject.Answer touch(Touch.Button touch) {
    if (touch.pressed() != held) {
      Subject.Answer answer = button.apply(touch);
      if (answer != Subject.Answer.DONE) {
        return answer;
      }
      held = touch.pressed();
    }
    said++;
    if (held) {
      long now = said;
      var _ = time.schedule(() -> lost(now), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    return Subject.Answer.DONE;
  }

  @Override
  public void close() {
    time.shutdownNow();
  }

  private synchronized void lost(long since) {
    if (said == since) {
      touch(new Touch.Button(false));
    }
  }
}
