package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Events the cloud has not yet taken, oldest first.
///
/// @param sentAt when they were last sent
/// @param dropped how many were pushed out by newer ones since the start
record EventQueue(List<Pending> pending, long nextId, Instant sentAt, int dropped) {

  /// More than a socket raises in a week; beyond it the oldest goes.
  static final int CAPACITY = 16;

  /// The stock clients' time-out for an answer is 5 to 10 s (protocol section 4).
  static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  record Pending(long eventId, SocketEvent event, Instant raisedAt) {}

  static EventQueue empty(Instant now) {
    return new EventQueue(List.of(), 1, now, 0);
  }

  EventQueue with(SocketEvent event, Instant now) {
    List<Pending> more = new ArrayList<>(pending);
    boolean full = more.size() == CAPACITY;
    if (full) {
      more.removeFirst();
    }
    more.add(new Pending(nextId, event, now));
    return new EventQueue(List.copyOf(more), nextId + 1, sentAt, full ? dropped + 1 : dropped);
  }

  EventQueue without(long eventId) {
    List<Pending> rest = pending.stream().filter(p -> p.eventId() != eventId).toList();
    return new EventQueue(rest, nextId, sentAt, dropped);
  }

  EventQueue sent(Instant now) {
    return new EventQueue(pending, nextId, now, dropped);
  }
}
