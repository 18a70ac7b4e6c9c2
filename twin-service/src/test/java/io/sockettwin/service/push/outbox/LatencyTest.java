package io.sockettwin.service.push.outbox;

import static io.sockettwin.service.push.Notices.overcurrent;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.push.Endpoint;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Severity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Prints how long it takes from the commit of a notice to a webhook, with everything in one
/// process. Run it with `-Dpush.measure=true`.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
@EnabledIfSystemProperty(named = "push.measure", matches = "true")
class LatencyTest {
  private static final int WARM_UP = 300;
  private static final int MEASURED = 1_000;
  private static final int BURST = 5_000;

  @Inject Deliveries deliveries;

  @Test
  void latencyOfSingleNoticesAndThroughputOfABurst() throws Exception {
    try (Endpoint endpoint = new Endpoint()) {
      String channel = deliveries.webhook(endpoint.url());
      String key = UUID.randomUUID().toString();
      long[] nanos =
          LongStream.range(0, WARM_UP + MEASURED)
              .map(i -> single(endpoint, overcurrent(key + i, Severity.WARNING, channel)))
              .skip(WARM_UP)
              .sorted()
              .toArray();
      System.out.printf(
          "commit to webhook: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d notices, one at a time)%n",
          nanos[MEASURED / 2] / 1e6,
          nanos[MEASURED * 99 / 100] / 1e6,
          nanos[MEASURED - 1] / 1e6,
          MEASURED);
      burst(endpoint, key, channel);
    }
  }

  private long single(Endpoint endpoint, Notice notice) {
    CountDownLatch arrived = new CountDownLatch(1);
    endpoint.usually((heard, client) -> {
      arrived.countDown();
      Endpoint.says(200, "").answer(heard, client);
    });
    try {
      deliveries.enqueue(notice);
      long committed = System.nanoTime();
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
      return System.nanoTime() - committed;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void burst(Endpoint endpoint, String key, String channel) throws Exception {
    CountDownLatch arrived = new CountDownLatch(BURST);
    endpoint.usually((heard, client) -> {
      arrived.countDown();
      Endpoint.says(200, "").answer(heard, client);
    });
    List<Notice> notices =
        IntStream.range(0, BURST)
            .mapToObj(i -> overcurrent(key + "-burst-" + i, Severity.WARNING, channel))
            .toList();
    long begun = System.nanoTime();
    deliveries.enqueue(notices, "select 1");
    long enqueued = System.nanoTime();
    assertThat(arrived.await(5, TimeUnit.MINUTES)).isTrue();
    System.out.printf(
        "burst of %d: enqueued in %d ms, delivered one by one at %.0f/s%n",
        BURST,
        Duration.ofNanos(enqueued - begun).toMillis(),
        BURST / ((System.nanoTime() - begun) / 1e9));
  }
}
