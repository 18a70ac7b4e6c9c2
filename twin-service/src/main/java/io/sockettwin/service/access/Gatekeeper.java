package io.sockettwin.service.access;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Checks keys, and turns away addresses that present too many wrong ones.
@Singleton
class Gatekeeper {
  private final AccessKeys keys;
  private final WrongKeys wrong;

  Gatekeeper(AccessKeys keys, AccessConfig config) {
    this.keys = keys;
    this.wrong = new WrongKeys(config.wrongKeysPerMinute());
  }

  Optional<Grant> check(String key, String address, Instant now) {
    if (wrong.tooMany(address, now)) {
      throw Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, "Too many wrong keys: wait a minute.")
          .refused();
    }
    Optional<Grant> grant = keys.grant(key);
    if (grant.isEmpty()) {
      wrong.note(address, now);
    }
    return grant;
  }
}
