package io.sockettwin.service.access.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FollowedTest {
  private static final Duration ROUND = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aStreamGoesOnUntilItsCallerMayNoLongerFollowIt() {
    AtomicBoolean allowed = new AtomicBoolean(true);
    UnicastProcessor<String> source = UnicastProcessor.create();
    AssertSubscriber<String> follower =
        Followed.asLongAs(allowed::get, ROUND, source)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    source.onNext("one");
    source.onNext("two");
    follower.awaitItems(2, PATIENCE).assertItems("one", "two").assertNotTerminated();
    allowed.set(false);
    follower.awaitCompletion(PATIENCE);
  }

  @Test
  void whatFailsFailsForTheFollowerToo() {
    Followed.asLongAs(() -> true, ROUND, Multi.createFrom().failure(new IllegalStateException()))
        .subscribe()
        .withSubscriber(AssertSubscriber.create(1))
        .awaitFailure(PATIENCE)
        .assertFailedWith(IllegalStateException.class);
  }
}
