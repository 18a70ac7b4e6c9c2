package io.sockettwin.service.access.identity;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hashes passwords and compares them, a few at a time: each takes 19 MiB and a part of a second.
@Singleton
class Passwords {
  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = 128;

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /// What is compared when there is no such user, so that the answer takes as long.
  private final String nobodys = Argon2.hash(Secrets.draw());

  String hash(String password) {
    return inTurn(() -> Argon2.hash(password));
  }

  /// @param stored of a user who may not exist
  boolean fits(String password, @Nullable String stored) {
    boolean fits = inTurn(() -> Argon2.fits(password, stored == null ? nobodys : stored));
    return fits && stored != null;
  }

  /// What is wrong with a password somebody chose. Its length is what makes it hard to guess; rules
  /// about digits and signs only make people write it down.
  static Optional<String> flaw(String chosen, String userName) {
    if (chosen.length() < MIN_LENGTH || chosen.length() > MAX_LENGTH) {
      return Optional.of("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    if (chosen.toLowerCase(Locale.ROOT).contains(userName)) {
      return Optional.of("must not contain the user's name");
    }
    return chosen.chars().distinct().count() < MIN_LENGTH / 2
        ? Optional.of("repeats itself too much")
        : Optional.empty();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.of(ProblemCode.UNAVAILABLE, "Too many people sign in at once.")
            .refused(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while somebody signed in", e);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
