package io.sockettwin.service.access.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.service.access.AccessConfig;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Caller.Way;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what people and programs present, and turns away whoever guesses.
@Singleton
class Gatekeeper {
  /// Of an address in a minute. A page that was left open asks some times before it notices.
  private static final int WRONG_SESSIONS = 300;

  private final AccessKeys keys;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Users users;
  private final Passwords passwords;
  private final MeterRegistry registry;
  private final WrongKeys wrong;
  private final WrongKeys wrongSessions = new WrongKeys(WRONG_SESSIONS);
  private final WrongPasswords wrongPasswords = new WrongPasswords();

  Gatekeeper(
      AccessKeys keys,
      Tokens tokens,
      Sessions sessions,
      Users users,
      Passwords passwords,
      AccessConfig config,
      MeterRegistry registry) {
    this.keys = keys;
    this.tokens = tokens;
    this.sessions = sessions;
    this.users = users;
    this.passwords = passwords;
    this.registry = registry;
    this.wrong = new WrongKeys(config.wrongKeysPerMinute());
  }

  /// Whoever presents this key or token.
  Optional<Caller> bearer(String secret, String address, Instant now) {
    requireFew(wrong, address, now);
    return noted(
        wrong,
        address,
        now,
        secret.startsWith(Tokens.PREFIX)
            ? tokens.caller(secret, now)
            : Optional.of(secret).filter(keys::isValid).map(_ -> Caller.ofKey(Way.KEY, null)));
  }

  /// Whose browser presents this cookie.
  Optional<Caller> session(String secret, String address, Instant now) {
    requireFew(wrongSessions, address, now);
    return noted(wrongSessions, address, now, sessions.caller(secret, now));
  }

  /// The user of this name and password. It counts before it compares, so that many at once get no
  /// more attempts than many in a row.
  Optional<UserRow> user(String name, String password, String address, Instant now) {
    requireFew(wrong, address, now);
    Duration wait = wrongPasswords.wait(name, now);
    if (!wait.isZero()) {
      count("locked");
      throw refused("Too many wrong passwords", wait);
    }
    wrong.note(address, now);
    wrongPasswords.wrong(name, now);
    UserRow user = users.find(name).filter(row -> !row.disabled).orElse(null);
    if (!fits(user, password)) {
      count("wrong");
      return Optional.empty();
    }
    wrong.takeBack(address);
    wrongPasswords.right(name);
    count("right");
    return Optional.ofNullable(user);
  }

  private boolean fits(@Nullable UserRow user, String password) {
    return passwords.fits(password, user == null ? null : user.password);
  }

  private void requireFew(WrongKeys counted, String address, Instant now) {
    if (counted.tooMany(address, now)) {
      count("address");
      throw refused("Too many wrong keys or passwords", WrongKeys.WINDOW);
    }
  }

  private Optional<Caller> noted(
      WrongKeys counted, String address, Instant now, Optional<Caller> caller) {
    if (caller.isEmpty()) {
      counted.note(address, now);
    }
    return caller;
  }

  private static RuntimeException refused(String what, Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    return Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, what + ": wait " + seconds + " seconds.")
        .refused(wait);
  }

  private void count(String outcome) {
    registry.counter("sockettwin.signins", "outcome", outcome).increment();
  }
}
