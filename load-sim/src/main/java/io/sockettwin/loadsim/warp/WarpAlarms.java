package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Follows each overload from the socket that cut it off to the alarm that its event raises.
final class WarpAlarms {

  private final Instant start;
  private final Map<DeviceKey, Queue<Long>> trips = new HashMap<>();
  private long raised;

  WarpAlarms(Instant start) {
    this.start = start;
  }

  void tripped(DeviceKey device, long nanos) {
    trips.computeIfAbsent(device, _ -> new ArrayDeque<>()).add(nanos);
  }

  long raised() {
    return raised;
  }

  /// What the rule has made of a device's overloads; nobody is told of it in virtual time. To be
  /// asked once.
  Seen.Alarms seen(DeviceKey device, Cloud.Kept kept, Ledger ledger) {
    raised += kept.alarms().size();
    Queue<Long> waiting = trips.getOrDefault(device, new ArrayDeque<>());
    for (Instant alarm : kept.alarms()) {
      @Nullable Long since = waiting.poll();
      if (since != null) {
        ledger.time(Latency.ALARM, Duration.between(start, alarm).toNanos() - since);
      }
    }
    return new Seen.Alarms(kept.alarms().size(), kept.hits(), kept.alarms().size());
  }
}
