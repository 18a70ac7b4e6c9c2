package io.sockettwin.service.push.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.channel.Policy;
import io.sockettwin.service.push.channel.QuietHours;
import io.sockettwin.service.push.outbox.Waiting.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Policy UNLIMITED = new Policy(null, false, null);
  private static final Policy SIX = new Policy(6, true, null);
  private static final int ROOM = 16;

  private static Waiting waiting(int items, Instant... told) {
    return new Waiting(
        IntStream.range(0, items).mapToObj(i -> new Item("n" + i, Severity.WARNING)).toList(),
        List.of(told));
  }

  private static Instant secondsAgo(int seconds) {
    return NOW.minusSeconds(seconds);
  }

  @Test
  void tellsOneAfterTheOtherWithoutALimit() {
    Grouping grouping = Grouping.decide(waiting(20), UNLIMITED, ROOM, NOW);
    assertThat(grouping.messages()).hasSize(ROOM).allMatch(it -> it.size() == 1);
    assertThat(grouping.holdUntil()).isNull();
  }

  @Test
  void tellsFewOneByOneAndManyTogether() {
    assertThat(Grouping.decide(waiting(6), SIX, ROOM, NOW).messages()).hasSize(6);
    Grouping storm = Grouping.decide(waiting(300), SIX, ROOM, NOW);
    assertThat(storm.messages()).hasSize(1);
    assertThat(storm.messages().getFirst()).hasSize(300);
  }

  @Test
  void spreadsDigestsOverTheMinute() {
    Grouping soon = Grouping.decide(waiting(300, secondsAgo(4)), SIX, ROOM, NOW);
    assertThat(soon.messages()).isEmpty();
    assertThat(soon.holdUntil()).isEqualTo(NOW.plusSeconds(6));
    assertThat(Grouping.decide(waiting(300, secondsAgo(10)), SIX, ROOM, NOW).messages()).hasSize(1);
  }

  @Test
  void waitsForTheEldestToLeaveTheMinuteWhenTheLimitIsReached() {
    Waiting full =
        waiting(1, secondsAgo(50), secondsAgo(40), secondsAgo(3), secondsAgo(2), NOW, NOW);
    assertThat(Grouping.decide(full, SIX, ROOM, NOW).holdUntil()).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void tellsWhatExceedsTheLimitOneByOneWhereNoDigestIsWanted() {
    Policy single = new Policy(6, false, null);
    assertThat(Grouping.decide(waiting(300, secondsAgo(1)), single, ROOM, NOW).messages())
        .hasSize(5)
        .allMatch(it -> it.size() == 1);
  }

  @Test
  void keepsQuietExceptForWhatIsUrgent() {
    QuietHours noon = new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC);
    Waiting mixed =
        new Waiting(
            List.of(
                new Item("a", Severity.INFO),
                new Item("b", Severity.CRITICAL),
                new Item("c", Severity.WARNING)),
            List.of());
    Grouping grouping = Grouping.decide(mixed, new Policy(6, true, noon), ROOM, NOW);
    assertThat(grouping.messages()).containsExactly(List.of("b"));
    assertThat(grouping.postponed()).containsExactly("a", "c");
    assertThat(grouping.quietUntil()).isEqualTo(NOW.plusSeconds(3_600));
  }

  /// Whatever comes whenever: nobody is told more than the limit in any minute, everything is told
  /// once, and nothing waits longer than two minutes after the storm.
  @Test
  void neverExceedsTheLimitAndNeverLosesAnything() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Item> open = new ArrayList<>();
      List<Instant> told = new ArrayList<>();
      int came = 0;
      int tells = 0;
      Instant held = Instant.MIN;
      for (int second = 0; second < 600; second++) {
        Instant now = NOW.plusSeconds(second);
        if (second < 470) {
          for (int i = random.nextInt(8) == 0 ? random.nextInt(80) : 0; i > 0; i--) {
            open.add(new Item("n" + came++, Severity.WARNING));
          }
        }
        if (held.isAfter(now) || open.isEmpty()) {
          continue;
        }
        List<Instant> lately =
            told.stream().filter(it -> it.isAfter(now.minus(Grouping.WINDOW))).toList();
        List<Item> looked = open.subList(0, Math.min(open.size(), Grouping.MAX_NOTICES));
        Grouping grouping = Grouping.decide(new Waiting(looked, lately), SIX, ROOM, now);
        for (List<String> message : grouping.messages()) {
          told.add(now);
          tells += message.size();
          open.removeIf(it -> message.contains(it.noticeKey()));
        }
        held = grouping.holdUntil() == null ? Instant.MIN : grouping.holdUntil();
      }
      assertThat(tells).as("seed %d", seed).isEqualTo(came);
      for (Instant from : told) {
        Instant to = from.plus(Duration.ofSeconds(59));
        assertThat(told.stream().filter(it -> !it.isBefore(from) && !it.isAfter(to)))
            .as("seed %d, minute from %s", seed, from)
            .hasSizeLessThanOrEqualTo(6);
      }
    }
  }
}
