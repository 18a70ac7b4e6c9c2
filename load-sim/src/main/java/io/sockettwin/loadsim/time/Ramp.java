package io.sockettwin.loadsim.time;

import java.time.Duration;
import java.util.List;

/// How a fleet grows: stage by stage, evenly within each.
public record Ramp(List<Stage> stages) {

  /// One part of the growth.
  ///
  /// @param sockets how many there are at the end of it
  public record Stage(int sockets, Duration over) {}

  public Ramp {
    stages = List.copyOf(stages);
  }

  public static Ramp even(int sockets, double perSecond) {
    return new Ramp(
        List.of(new Stage(sockets, Duration.ofNanos((long) (sockets / perSecond * 1e9)))));
  }

  /// When a socket, counted from 0, is switched on; those beyond the last stage come at its end.
  public long startNanos(int socket) {
    long from = 0;
    int before = 0;
    for (Stage stage : stages) {
      int more = stage.sockets() - before;
      if (socket < stage.sockets() && more > 0) {
        return from + stage.over().toNanos() / more * (socket - before);
      }
      from += stage.over().toNanos();
      before = Math.max(before, stage.sockets());
    }
    return from;
  }

  public long endNanos() {
    return stages.stream().mapToLong(stage -> stage.over().toNanos()).sum();
  }
}
