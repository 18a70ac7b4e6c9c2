package io.sockettwin.service.broker;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import io.sockettwin.service.twin.SessionChange;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// In place of the twins: keeps what arrives for the test to look at and to commit.
@Alternative
@Singleton
class HeldIngest implements Ingest {
  private static final long PATIENCE_SECONDS = 15;

  final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  final BlockingQueue<SessionChange> presences = new LinkedBlockingQueue<>();

  @Override
  public void accept(Arrival arrival) {
    if (text(arrival).equals("bug")) {
      throw new IllegalStateException("a bug of ours");
    }
    arrivals.add(arrival);
  }

  @Override
  public void accept(SessionChange presence, Runnable committed) {
    presences.add(presence);
    committed.run();
  }

  Arrival next() throws InterruptedException {
    return waited(arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  SessionChange nextPresence() throws InterruptedException {
    return waited(presences.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  static String text(Arrival arrival) {
    return new String(arrival.payload(), StandardCharsets.UTF_8);
  }

  private static <T> T waited(T item) {
    if (item == null) {
      throw new AssertionError("nothing arrived");
    }
    return item;
  }

  /// Tests of the way through the broker's queues to the twins, without these.
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sockettwin.broker.direct", "false");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(HeldIngest.class);
    }
  }
}
