package io.sockettwin.loadsim.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Does the same for each of many, some at a time.
final class Errands {

  /// Enough to keep a service busy, few enough to leave it air: it answers eight questions about
  /// the past at a time.
  private static final int AT_A_TIME = 6;

  private Errands() {}

  /// Returns when all are done; fails with the first failure, leaving out those not begun.
  ///
  /// @param done told how many are done, now and then
  static void forEach(int count, IntConsumer errand, IntConsumer done) throws InterruptedException {
    Semaphore free = new Semaphore(AT_A_TIME);
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count && failure.get() == null; i++) {
        int number = i;
        free.acquire();
        threads.execute(() -> {
          try {
            errand.accept(number);
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            free.release();
          }
        });
        done.accept(i + 1);
      }
    }
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
