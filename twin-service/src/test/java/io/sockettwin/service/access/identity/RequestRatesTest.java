package io.sockettwin.service.access.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sockettwin.service.access.AccessConfig;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Caller.Way;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.problem.Refused;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RequestRates rates = new RequestRates(new OneInASecond(), registry);

  private static Caller caller(String name, Way way, UUID credential) {
    return new Caller(name, Role.OWNER, Role.OWNER.rights(), way, credential);
  }

  /// A burst is five seconds' worth.
  private void exhaust(Caller caller) {
    for (int i = 0; i < 5; i++) {
      rates.require(caller);
    }
    assertThatThrownBy(() -> rates.require(caller))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.problem().code()).isEqualTo("too-many-requests"));
  }

  @Test
  void aUsersSessionsShareARateAndTokensHaveTheirOwn() {
    exhaust(caller("li.na", Way.SESSION, UUID.randomUUID()));
    assertThatThrownBy(() -> rates.require(caller("li.na", Way.SESSION, UUID.randomUUID())))
        .isInstanceOf(Refused.class);
    exhaust(caller("li.na", Way.TOKEN, UUID.randomUUID()));
    exhaust(caller("li.na", Way.TOKEN, UUID.randomUUID()));
    exhaust(caller("somebody.else", Way.SESSION, UUID.randomUUID()));
    assertThat(registry.counter("sockettwin.requests.refused", "reason", "rate").count())
        .isEqualTo(5);
  }

  @Test
  void theMachinesKeyMayAskAnyNumberOfTimes() {
    for (int i = 0; i < 1_000; i++) {
      rates.require(Caller.ofKey(Way.KEY, null));
    }
    assertThat(registry.counter("sockettwin.requests.refused", "reason", "rate").count()).isZero();
  }

  private record OneInASecond() implements AccessConfig {
    @Override
    public boolean firstAdministrator() {
      return false;
    }

    @Override
    public Duration sessionLife() {
      return Duration.ofHours(1);
    }

    @Override
    public int wrongKeysPerMinute() {
      return 1;
    }

    @Override
    public int requestsPerSecond() {
      return 1;
    }

    @Override
    public boolean secureCookie() {
      return false;
    }

    @Override
    public Duration auditRetention() {
      return Duration.ofDays(1);
    }
  }
}
