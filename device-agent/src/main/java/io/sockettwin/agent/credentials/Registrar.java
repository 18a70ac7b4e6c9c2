package io.sockettwin.agent.credentials;

import io.sockettwin.agent.credentials.Registration.Outcome;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for a secret until there is one, more and more slowly, on a thread of its own.
public final class Registrar implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration FIRST_WHEN_REFUSED = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int MOST_DOUBLINGS = 9;

  private final Registration registration;
  private final Consumer<Identity> granted;
  private final Thread thread;

  private Registrar(Registration registration, Consumer<Identity> granted) {
    this.registration = registration;
    this.granted = granted;
    this.thread = Thread.ofVirtual().name("registration").unstarted(this::ask);
  }

  /// Begins to ask.
  ///
  /// @param granted gets the identity, once
  public static Registrar start(Registration registration, Consumer<Identity> granted) {
    Registrar registrar = new Registrar(registration, granted);
    registrar.thread.start();
    return registrar;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void ask() {
    try {
      for (int failures = 1; !asked(failures); failures++) {
        LOG.debug("{}: no secret after {} attempts", registration.device(), failures);
      }
    } catch (InterruptedException e) {
      // Somebody has told the socket who it is, or it stops.
      Thread.currentThread().interrupt();
    }
  }

  private boolean asked(int failures) throws InterruptedException {
    switch (registration.ask()) {
      case Outcome.Granted(var secret) -> {
        LOG.info("{}: registered with {}", registration.device(), registration.gateway());
        granted.accept(new Identity(registration.device(), secret));
        return true;
      }
      case Outcome.Refused(String sentence) -> waitAfter(sentence, FIRST_WHEN_REFUSED, failures);
      case Outcome.Unanswered(String sentence) -> waitAfter(sentence, FIRST, failures);
    }
    return false;
  }

  private void waitAfter(String sentence, Duration first, int failures)
      throws InterruptedException {
    Duration delay = delay(first, failures, ThreadLocalRandom.current().nextDouble());
    LOG.warn(
        "{}: no secret yet: {}; asking again in {} s",
        registration.device(),
        sentence,
        delay.toSeconds());
    Thread.sleep(delay);
  }

  /// Doubling, bounded, and scattered so that a delivery of new sockets does not ask in one
  /// instant.
  static Duration delay(Duration first, int failures, double jitter) {
    long wanted = first.toMillis() << Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
    long most = Math.min(LONGEST.toMillis(), wanted);
    return Duration.ofMillis(Math.round(most * (0.5 + jitter / 2)));
  }
}
