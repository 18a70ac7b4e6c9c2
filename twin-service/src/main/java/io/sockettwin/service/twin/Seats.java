package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/// The participants' places in one lane. Not for several threads.
final class Seats {
  private final Predicate<DeviceKey> own;
  private final List<Seat> seats = new ArrayList<>();

  /// @param own tells the devices of the lane
  Seats(Predicate<DeviceKey> own) {
    this.own = own;
  }

  /// Whether the device is the lane's.
  boolean own(DeviceKey device) {
    return own.test(device);
  }

  /// Before the lane runs.
  void join(Participant participant) {
    if (seats.stream().anyMatch(seat -> seat.name().equals(participant.name()))) {
      throw new IllegalArgumentException("two participants named " + participant.name());
    }
    seats.add(new Seat(participant.name(), participant.join(own)));
  }

  /// After all have joined.
  void start(Connection connection) throws SQLException {
    List<Runnable> afterwards = new ArrayList<>();
    for (Participation each : participate(connection, afterwards, new ArrayDeque<>())) {
      each.seat.side().start(each);
      each.committed();
    }
    afterwards.forEach(Runnable::run);
  }

  List<Participation> participate(
      Connection connection, List<Runnable> afterwards, Queue<TwinInput> following) {
    return seats.stream()
        .map(seat -> new Participation(seat, connection, afterwards, following))
        .toList();
  }

  void forget(DeviceKey device) {
    seats.forEach(seat -> seat.side().forget(device));
  }

  void forgetAll() {
    seats.forEach(seat -> seat.side().forgetAll());
  }

  Optional<Instant> nextAlarm() {
    return seats.stream()
        .flatMap(seat -> seat.alarms().next().stream())
        .min(Comparator.naturalOrder());
  }

  /// Takes one out that is due.
  Optional<Job.Woken> takeDue(Instant now) {
    for (Seat seat : seats) {
      Optional<DeviceKey> due = seat.alarms().takeDue(now);
      if (due.isPresent()) {
        return Optional.of(new Job.Woken(due.get(), seat.name(), now));
      }
    }
    return Optional.empty();
  }

  int armed() {
    return seats.stream().mapToInt(seat -> seat.alarms().size()).sum();
  }
}
