package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.channel.Policy;
import io.sockettwin.service.push.channel.QuietHours;
import io.sockettwin.service.push.outbox.Waiting.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a recipient is told now, in which pieces, and what has to wait.
///
/// @param messages the notices of each message
/// @param postponed notices that wait until `quietUntil`
/// @param holdUntil until when nothing at all is told, because the limit is reached
record Grouping(
    List<List<String>> messages,
    List<String> postponed,
    @Nullable Instant quietUntil,
    @Nullable Instant holdUntil) {
  /// Notices in one digest, and the most that is looked at in one go.
  static final int MAX_NOTICES = 500;

  static final Duration WINDOW = Duration.ofMinutes(1);

  /// Decides for one recipient.
  ///
  /// @param room messages that may be made
  static Grouping decide(Waiting waiting, Policy policy, int room, Instant now) {
    Instant quietUntil =
        Optional.ofNullable(policy.quietHours())
            .flatMap((QuietHours hours) -> hours.endIfQuiet(now))
            .orElse(null);
    Predicate<Item> waits = it -> quietUntil != null && it.severity() != Severity.CRITICAL;
    List<String> postponed = keys(waiting.items().stream().filter(waits));
    List<String> due = keys(waiting.items().stream().filter(waits.negate()));
    Integer limit = policy.messagesPerMinute();
    if (limit == null || due.isEmpty()) {
      return new Grouping(singles(due, room), postponed, quietUntil, null);
    }
    int free = limit - waiting.told().size();
    if (free <= 0) {
      return new Grouping(List.of(), postponed, quietUntil, waiting.told().getFirst().plus(WINDOW));
    }
    if (due.size() <= free || !policy.digest()) {
      return new Grouping(singles(due, Math.min(room, free)), postponed, quietUntil, null);
    }
    // One digest uses up a share of the minute, so that a storm is told in even steps.
    Instant next = nextDigest(waiting, limit);
    return next.isAfter(now)
        ? new Grouping(List.of(), postponed, quietUntil, next)
        : new Grouping(List.of(due), postponed, quietUntil, null);
  }

  private static Instant nextDigest(Waiting waiting, int limit) {
    return waiting.told().isEmpty()
        ? Instant.MIN
        : waiting.told().getLast().plus(WINDOW.dividedBy(limit));
  }

  private static List<List<String>> singles(List<String> due, int most) {
    return due.stream().limit(most).map(List::of).toList();
  }

  private static List<String> keys(Stream<Item> items) {
    return items.map(Item::noticeKey).toList();
  }
}
