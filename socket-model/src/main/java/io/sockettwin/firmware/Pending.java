package io.sockettwin.firmware;

import java.util.ArrayList;
import java.util.List;

/// Requests whose answers are due.
record Pending(List<Request> requests, int lifeMilliseconds) {

  /// Beyond it nothing of the kind is sent any more, until one is answered or expires.
  static final int CAPACITY = 10;

  record Request(String token, long since) {}

  /// For properties, 10 s.
  static final Pending NO_REQUESTS = new Pending(List.of(), 10_000);

  /// For events, 10 000 s: milliseconds were given to a function that takes seconds (C3).
  static final Pending NO_EVENTS = new Pending(List.of(), 10_000_000);

  boolean full() {
    return requests.size() >= CAPACITY;
  }

  boolean has(String token) {
    return requests.stream().anyMatch(request -> request.token().equals(token));
  }

  Pending with(String token, long now) {
    List<Request> more = new ArrayList<>(requests);
    more.add(new Request(token, now));
    return new Pending(List.copyOf(more), lifeMilliseconds);
  }

  Pending without(String token) {
    return new Pending(
        requests.stream().filter(request -> !request.token().equals(token)).toList(),
        lifeMilliseconds);
  }

  Pending unexpired(long now) {
    return new Pending(
        requests.stream().filter(request -> now - request.since() <= lifeMilliseconds).toList(),
        lifeMilliseconds);
  }
}
