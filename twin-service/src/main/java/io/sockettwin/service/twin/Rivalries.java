package io.sockettwin.service.twin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Presence;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Counts takeovers, and raises those that come again and again: somebody has a second copy of a
/// device's credentials.
@Singleton
class Rivalries implements Participant {
  private static final Logger LOG = Logger.getLogger(Rivalries.class);

  private final Counter takeovers;
  private final Counter contested;

  Rivalries(MeterRegistry registry) {
    takeovers =
        Counter.builder("sockettwin.sessions.takeovers")
            .description("Connections ousted by a newer one of the same device")
            .register(registry);
    contested =
        Counter.builder("sockettwin.sessions.contested")
            .description("Times two holders of one device's credentials began to oust each other")
            .register(registry);
  }

  @Override
  public String name() {
    return "rivalries";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return this::advanced;
  }

  private void advanced(Advance advance, LaneTransaction transaction) {
    Presence before = advance.before().presence();
    Presence after = advance.step().state().presence();
    if (after.takeovers() > before.takeovers()) {
      transaction.afterCommit(takeovers::increment);
    }
    if (after.contested() && !before.contested()) {
      transaction.afterCommit(() -> raise(advance.device()));
    }
  }

  private void raise(DeviceKey device) {
    contested.increment();
    LOG.warnf("%s: two clients with its credentials keep ousting each other", device);
  }
}
