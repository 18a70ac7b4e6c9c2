package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One side's part in one attempt.
final class Participation implements LaneTransaction {
  final Seat seat;
  private final Connection connection;
  private final List<Runnable> afterwards;
  private final Queue<TwinInput> following;
  private final Map<DeviceKey, Optional<Instant>> wakeAt = new HashMap<>();

  /// @param afterwards takes what is to be done after the commit
  /// @param following takes what is to happen next to the device that is being told of
  Participation(
      Seat seat, Connection connection, List<Runnable> afterwards, Queue<TwinInput> following) {
    this.seat = seat;
    this.connection = connection;
    this.afterwards = afterwards;
    this.following = following;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void afterCommit(Runnable effect) {
    afterwards.add(effect);
  }

  @Override
  public void wakeAt(DeviceKey device, @Nullable Instant at) {
    wakeAt.put(device, Optional.ofNullable(at));
  }

  @Override
  public void follow(TwinInput input) {
    following.add(input);
  }

  /// The commit stands.
  void committed() {
    wakeAt.forEach(seat.alarms()::set);
  }
}
