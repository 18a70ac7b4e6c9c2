package io.sockettwin.service.access.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.service.access.AccessConfig;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.rate.Rate;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How many requests a user, a token, or an address that is nobody's may make. The machine's own
/// key may make any number: whoever holds it can stop the service as well.
@Singleton
class RequestRates {
  /// What may come at once, in time of the lasting rate: a page of the console asks a lot.
  private static final Duration BURST = Duration.ofSeconds(5);

  private static final int MAX_REMEMBERED = 10_000;

  private final Rate<String> rates;
  private final Counter refused;

  RequestRates(AccessConfig config, MeterRegistry registry) {
    rates = new Rate<>(config.requestsPerSecond(), BURST, MAX_REMEMBERED);
    refused = registry.counter("sockettwin.requests.refused", "reason", "rate");
  }

  /// A user's sessions share a rate; each token has one of its own.
  void require(Caller caller) {
    switch (caller.way()) {
      case KEY -> {}
      case TOKEN -> require("token " + caller.credential());
      case SESSION -> require("user " + caller.name());
    }
  }

  void requireOfStranger(String address) {
    require("address " + address);
  }

  private void require(String who) {
    if (!rates.take(who, System.nanoTime())) {
      refused.increment();
      throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "Too many requests: wait a second.")
          .refused(Duration.ofSeconds(1));
    }
  }
}
