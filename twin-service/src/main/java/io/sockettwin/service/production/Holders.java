package io.sockettwin.service.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the latest connections of one device tell about who holds its credentials. Two devices with
/// the same credentials oust each other for ever; one device that moved or lost its link takes its
/// own old session over once.
///
/// @param connects the latest, oldest first
/// @param takeovers when sessions were ousted, oldest first
record Holders(List<Connect> connects, List<Instant> takeovers) {
  static final Duration WINDOW = Duration.ofMinutes(10);

  /// More are not needed to tell.
  static final int MAX_KEPT = 6;

  /// Sessions that oust each other this often within the window are a loop.
  static final int LOOP = 3;

  static final Holders NOBODY = new Holders(List.of(), List.of());

  /// A connection from an address.
  record Connect(String address, Instant at) {}

  Holders {
    connects = List.copyOf(connects);
    takeovers = List.copyOf(takeovers);
  }

  Holders connected(String address, Instant at) {
    List<Connect> latest = new ArrayList<>(connects);
    latest.removeIf(it -> it.at().isBefore(at.minus(WINDOW)));
    latest.add(new Connect(address, at));
    return new Holders(newest(latest), takeovers);
  }

  Holders takenOver(Instant at) {
    List<Instant> latest = new ArrayList<>(takeovers);
    latest.removeIf(it -> it.isBefore(at.minus(WINDOW)));
    latest.add(at);
    return new Holders(connects, newest(latest));
  }

  /// Why there seem to be two; empty if there is no reason to think so.
  Optional<String> evidence() {
    if (takeovers.size() >= 2 && returns()) {
      List<String> addresses = connects.stream().map(Connect::address).distinct().toList();
      return Optional.of("in turn from " + String.join(" and ", addresses));
    }
    return takeovers.size() >= LOOP ? Optional.of("connections oust each other") : Optional.empty();
  }

  /// Whether an address comes back after another one was there.
  private boolean returns() {
    for (int i = 2; i < connects.size(); i++) {
      String address = connects.get(i).address();
      if (!address.equals(connects.get(i - 1).address())
          && connects.subList(0, i - 1).stream().anyMatch(it -> it.address().equals(address))) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - MAX_KEPT), all.size());
  }
}
