package io.sockettwin.service.push.outbox;

import static io.sockettwin.service.Api.asOperator;
import static io.sockettwin.service.push.Endpoint.dawdles;
import static io.sockettwin.service.push.Endpoint.resets;
import static io.sockettwin.service.push.Endpoint.says;
import static io.sockettwin.service.push.Endpoint.silent;
import static io.sockettwin.service.push.Notices.overcurrent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.push.Endpoint;
import io.sockettwin.service.push.Endpoint.Heard;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Receipt;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.channel.Channels;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the outbox to an endpoint and back, over whatever happens on the way.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DeliveryTest {
  @Inject Deliveries deliveries;
  @Inject Outbox outbox;
  @Inject Channels channels;
  @Inject Housekeeping housekeeping;

  private final Endpoint endpoint = new Endpoint();
  private final String key = "alarm-" + UUID.randomUUID();

  @AfterEach
  void close() {
    endpoint.close();
  }

  private List<String> keysHeard() {
    return endpoint.heard.stream().map(it -> it.headers().get("webhook-id")).toList();
  }

  @Test
  void tellsOnceAndKeepsTheMomentsOfEachHop() throws Exception {
    String channel = deliveries.webhook(endpoint.url());
    Notice notice = overcurrent(key, Severity.WARNING, channel, "no-such-channel");
    deliveries.enqueue(notice);
    deliveries.enqueue(notice);
    Receipt receipt = deliveries.awaitState(key, "accepted");
    assertThat(receipt.committedAt()).isBeforeOrEqualTo(receipt.handedOverAt());
    assertThat(receipt.handedOverAt()).isBeforeOrEqualTo(receipt.acceptedAt());
    assertThat(receipt.attempts()).isEqualTo(1);
    assertThat(keysHeard()).containsExactly(key);
    asOperator()
        .get("/api/notices/" + key + "/receipts")
        .then()
        .statusCode(200)
        .body("[0].state", equalTo("accepted"));
  }

  @Test
  void tellsNothingOfATransactionThatDidNotCommit() throws Exception {
    String channel = deliveries.webhook(endpoint.url());
    assertThatThrownBy(() ->
            deliveries.enqueue(List.of(overcurrent(key, Severity.INFO, channel)), "select 1 / 0"))
        .hasMessageContaining("division by zero");
    deliveries.enqueue(overcurrent(key + "-next", Severity.INFO, channel));
    deliveries.awaitState(key + "-next", "accepted");
    assertThat(keysHeard()).containsExactly(key + "-next");
  }

  @Test
  void triesAgainAfterEveryKindOfFailureWithTheSameKey() throws Exception {
    endpoint.then(says(500, "")).then(resets()).then(silent()).then(dawdles());
    String channel = deliveries.webhook(endpoint.url());
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    assertThat(deliveries.awaitState(key, "accepted").attempts()).isEqualTo(5);
    assertThat(keysHeard()).hasSize(5).containsOnly(key);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    endpoint.then(says(429, Map.of("Retry-After", "3"), ""));
    String channel = deliveries.webhook(endpoint.url());
    Instant begun = Instant.now();
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    Receipt receipt = deliveries.awaitState(key, "accepted");
    assertThat(receipt.attempts()).isEqualTo(2);
    assertThat(receipt.handedOverAt()).isAfter(begun.plusSeconds(3));
  }

  @Test
  void givesUpWhatIsRefusedAndTriesItAgainWhenTold() throws Exception {
    endpoint.then(says(400, ""));
    String channel = deliveries.webhook(endpoint.url());
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    String id = deliveries.awaitState(key, "dead").messageId();
    asOperator()
        .get("/api/push-messages?state=dead&channel=" + channel)
        .then()
        .body("total", equalTo(1))
        .body("items[0].failure", equalTo("status 400"));
    asOperator().post("/api/push-messages/" + id + "/retry").then().statusCode(200);
    assertThat(deliveries.awaitState(key, "accepted").messageId()).isEqualTo(id);
    asOperator().delete("/api/push-messages/" + id).then().statusCode(409);
  }

  @Test
  void dropsWhatNobodyWantsAnyMore() throws Exception {
    endpoint.usually(says(404, ""));
    String channel = deliveries.webhook(endpoint.url());
    deliveries.enqueue(
        overcurrent(key, Severity.WARNING, channel),
        overcurrent(key + "b", Severity.INFO, channel));
    String id = deliveries.awaitState(key, "dead").messageId();
    deliveries.awaitState(key + "b", "dead");
    asOperator().delete("/api/push-messages/" + id).then().statusCode(204);
    deliveries.awaitState(key, "dropped");
    endpoint.usually(says(200, ""));
    asOperator()
        .post("/api/push-messages/retry?channel=" + channel)
        .then()
        .body("messages", equalTo(1));
    deliveries.awaitState(key + "b", "accepted");
  }

  @Test
  void leavesABrokenChannelAloneWhileOthersGoOn() throws Exception {
    endpoint.usually(says(503, ""));
    String broken = deliveries.webhook(endpoint.url());
    List<Notice> many =
        IntStream.range(0, 40)
            .mapToObj(i -> overcurrent(key + "-" + i, Severity.WARNING, broken))
            .toList();
    deliveries.enqueue(many, "select 1");
    Awaitility.await().until(() -> endpoint.heard.size() >= Breaker.OPENS_AT);
    try (Endpoint healthy = new Endpoint()) {
      deliveries.enqueue(overcurrent(key, Severity.WARNING, deliveries.webhook(healthy.url())));
      deliveries.awaitState(key, "accepted");
    }
    // What was in hand when it opened, and no more.
    assertThat(endpoint.heard).hasSizeLessThanOrEqualTo(Desk.MAX_IN_HAND * 8);
    asOperator().delete("/api/channels/" + broken).then().statusCode(204);
  }

  @Test
  void tellsAStormInOneMessage() throws Exception {
    String channel =
        deliveries.webhook(endpoint.url(), "{\"messagesPerMinute\":6,\"digest\":true}");
    // A lane decides all of a batch at one moment, and it is past when they are enqueued.
    Instant at = Instant.now().minusSeconds(1);
    List<Notice> storm =
        IntStream.range(0, 400)
            .mapToObj(i -> overcurrent(key + "-" + i, Severity.WARNING, at, channel))
            .toList();
    deliveries.enqueue(storm, "select 1");
    deliveries.awaitState(key + "-399", "accepted");
    assertThat(endpoint.heard).hasSize(1);
    Set<String> told = new HashSet<>();
    storm.forEach(notice -> {
      if (endpoint.heard.getFirst().body().contains("\"" + notice.key() + "\"")) {
        told.add(notice.key());
      }
    });
    assertThat(told).hasSize(400);
  }

  @Test
  void keepsQuietExceptForWhatIsUrgent() throws Exception {
    // From an hour ago to in an hour, whatever the time.
    String policy =
        "{\"quietHours\":{\"from\":\"%s\",\"to\":\"%s\",\"zone\":\"UTC\"}}"
            .formatted(clock(-60), clock(60));
    String channel = deliveries.webhook(endpoint.url(), policy);
    deliveries.enqueue(
        overcurrent(key + "-calm", Severity.WARNING, channel),
        overcurrent(key, Severity.CRITICAL, channel));
    deliveries.awaitState(key, "accepted");
    assertThat(keysHeard()).containsExactly(key);
    deliveries.awaitState(key + "-calm", "enqueued");
  }

  private static String clock(int minutes) {
    return Instant.now().plus(minutes, ChronoUnit.MINUTES).toString().substring(11, 16);
  }

  /// Both at once take different messages; when one is killed its messages come back.
  @Test
  void letsReplicasShareTheWork() throws Exception {
    String id = deliveries.webhook(endpoint.url());
    List<Notice> notices =
        IntStream.range(0, 20)
            .mapToObj(i -> overcurrent(key + "-" + i, Severity.WARNING, id))
            .toList();
    // Disabled in the same transaction, so that the service itself leaves it to this test.
    deliveries.enqueue(notices, "update push_channel set enabled = false where id = '" + id + "'");
    var channel = channels.find(id).orElseThrow();
    // A little later than now: the notices are decided within the next moments.
    Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
    Instant leaseEnd = now.plusSeconds(60);
    List<Claimed> first = outbox.claim(channel, 12, now, leaseEnd);
    List<Claimed> second = outbox.claim(channel, 12, now, leaseEnd.plusMillis(1));
    assertThat(first).hasSize(12);
    assertThat(second).hasSize(8);
    assertThat(outbox.claim(channel, 12, now, leaseEnd.plusMillis(2))).isEmpty();
    Instant later = leaseEnd.plusSeconds(1);
    List<Claimed> again = outbox.claim(channel, 30, later, later.plusSeconds(60));
    assertThat(again).hasSize(20).allMatch(it -> it.attempt() == 2);
    Settlement accepted = new Settlement(Settlement.State.ACCEPTED, null, null, null, false);
    assertThat(outbox.settle(first.getFirst(), accepted, now, later))
        .as("who was believed dead comes too late")
        .isFalse();
    assertThat(outbox.settle(again.getFirst(), accepted, later, later)).isTrue();
  }

  /// 300 notices over an endpoint that fails at random: each arrives, known by its key.
  @Test
  void losesNothingToAnUnreliableReceiver() throws Exception {
    String channel = deliveries.webhook(endpoint.url());
    Random random = new Random(7);
    endpoint.usually((heard, client) -> {
      int luck;
      synchronized (random) {
        luck = random.nextInt(10);
      }
      (luck == 0 ? resets() : luck == 1 ? says(500, "") : says(200, "")).answer(heard, client);
    });
    List<Notice> notices =
        IntStream.range(0, 300)
            .mapToObj(i -> overcurrent(key + "-" + i, Severity.WARNING, channel))
            .toList();
    for (Notice notice : notices) {
      deliveries.enqueue(notice);
    }
    for (Notice notice : notices) {
      deliveries.awaitState(notice.key(), "accepted");
    }
    Set<String> distinct = new HashSet<>();
    for (Heard heard : endpoint.heard) {
      distinct.add(heard.headers().get("webhook-id"));
    }
    assertThat(distinct).hasSize(300);
  }

  @Test
  void givesUpWhatIsTooOldAndForgetsWhatIsLongSettled() throws Exception {
    endpoint.usually(says(200, ""));
    String channel = deliveries.webhook(endpoint.url());
    Instant longAgo = Instant.now().minus(40, ChronoUnit.DAYS);
    deliveries.enqueue(overcurrent(key, Severity.WARNING, longAgo, channel));
    deliveries.awaitState(key, "accepted");
    deliveries.run(
        "update push_message set settled_at = '"
            + longAgo
            + "' where channel_id = '"
            + channel
            + "'");
    deliveries.enqueue(
        List.of(overcurrent(key + "-held", Severity.WARNING, longAgo, channel)),
        "update push_channel set enabled = false where id = '" + channel + "'");
    housekeeping.tidy(Instant.now());
    assertThat(deliveries.receipts(key)).isEmpty();
    assertThat(deliveries.receipts(key + "-held")).isEmpty();
  }
}
