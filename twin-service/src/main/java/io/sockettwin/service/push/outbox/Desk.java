package io.sockettwin.service.push.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// What this replica has in hand for one channel.
final class Desk {
  /// Messages claimed and not yet settled, for each place: enough to keep the places busy between
  /// two claims.
  static final int MAX_IN_HAND = 2;

  private final int concurrency;
  private final Semaphore places;
  private Breaker breaker = Breaker.CLOSED;
  private int inHand;
  private boolean more;

  Desk(int concurrency) {
    this.concurrency = concurrency;
    places = new Semaphore(concurrency);
  }

  /// How many messages to claim now; none before half of those in hand are done, so that claims
  /// stay few.
  synchronized int room(Instant now) {
    int free = inHand > concurrency ? 0 : MAX_IN_HAND * concurrency - inHand;
    return breaker.room(free, inHand, now);
  }

  synchronized void took(int messages, int room) {
    inHand += messages;
    more = messages >= room;
  }

  /// Waits for a place, which [#end] gives back.
  void begin() throws InterruptedException {
    places.acquire();
  }

  void end() {
    places.release();
  }

  /// A message is not in hand any more.
  ///
  /// @return whether there is reason to claim at once
  synchronized boolean done() {
    inHand--;
    return more && inHand <= concurrency;
  }

  synchronized int inHand() {
    return inHand;
  }

  synchronized void succeeded() {
    breaker = Breaker.CLOSED;
  }

  /// An attempt failed.
  ///
  /// @return whether the channel is left alone from now on
  synchronized boolean failed(Instant now, @Nullable Duration asked) {
    boolean wasOpen = breaker.isOpen(now);
    breaker = breaker.failed(now, asked);
    return !wasOpen && breaker.isOpen(now);
  }
}
