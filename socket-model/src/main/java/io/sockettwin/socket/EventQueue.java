package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Events the cloud has not yet taken, oldest first.
///
/// @param unsentFrom events with this number or a later one were never sent
/// @param sentAt when they were last sent
/// @param dropped how many were pushed out by newer ones since the start
record EventQueue(
    List<PendingEvent> pending, long nextId, long unsentFrom, Instant sentAt, int dropped) {

  /// More than a socket raises in a week; beyond it the oldest goes.
  static final int CAPACITY = 16;

  /// The stock clients' time-out for an answer is 5 to 10 s (protocol section 4).
  static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  static EventQueue restored(Memory memory, Instant now) {
    List<PendingEvent> all = memory.events();
    long nextId = memory.nextEventId();
    int excess = Math.max(0, all.size() - CAPACITY);
    return new EventQueue(all.subList(excess, all.size()), nextId, nextId, now, excess);
  }

  EventQueue cleared(Instant now) {
    return new EventQueue(List.of(), nextId, nextId, now, dropped);
  }

  EventQueue with(PendingEvent raised) {
    List<PendingEvent> more = new ArrayList<>(pending);
    boolean full = more.size() == CAPACITY;
    if (full) {
      more.removeFirst();
    }
    more.add(raised);
    return new EventQueue(
        List.copyOf(more), nextId + 1, unsentFrom, sentAt, full ? dropped + 1 : dropped);
  }

  EventQueue without(long eventId) {
    List<PendingEvent> rest = pending.stream().filter(p -> p.eventId() != eventId).toList();
    // The very same when nothing is settled by it, so that nothing is stored either.
    return rest.size() == pending.size()
        ? this
        : new EventQueue(rest, nextId, unsentFrom, sentAt, dropped);
  }

  EventQueue sent(Instant now) {
    return new EventQueue(pending, nextId, nextId, now, dropped);
  }

  /// The time of day turned out to be another. What was sent keeps its time, by which the cloud
  /// knows it again.
  EventQueue clockMoved(Duration by) {
    if (by.isZero() || nextId == unsentFrom) {
      return this;
    }
    List<PendingEvent> moved =
        pending.stream().map(p -> p.eventId() < unsentFrom ? p : p.shifted(by)).toList();
    return new EventQueue(moved, nextId, unsentFrom, sentAt, dropped);
  }

  EventQueue shifted(Duration by) {
    return new EventQueue(pending, nextId, unsentFrom, sentAt.plus(by), dropped);
  }
}
