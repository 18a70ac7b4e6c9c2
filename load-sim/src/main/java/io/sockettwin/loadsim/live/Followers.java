package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those who follow something from a socket to the service or back; null where nobody does.
record Followers(@Nullable Controls controls, @Nullable Alarms alarms, @Nullable Timers timers)
    implements Ledger.Ear {

  /// The service tries again for longer, but then it is late.
  private static final long LONGEST_NANOS = Duration.ofSeconds(15).toNanos();

  @Override
  public void controlHeard(DeviceKey device, String controlId, long nanos) {
    if (controls != null) {
      controls.heard(controlId, nanos);
    }
    if (timers != null) {
      timers.heard(device, controlId, nanos);
    }
  }

  @Override
  public void tripped(DeviceKey device, long nanos) {
    if (alarms != null) {
      alarms.tripped(device, nanos);
    }
  }

  List<Ledger> ledgers() {
    List<Ledger> ledgers = new ArrayList<>();
    if (controls != null) {
      ledgers.add(controls.ledger());
    }
    if (alarms != null) {
      ledgers.add(alarms.ledger());
    }
    if (timers != null) {
      ledgers.add(timers.ledger());
    }
    return ledgers;
  }

  /// Whether nothing is on its way any more from the service to a socket or a webhook. An overload
  /// in an episode that goes on is told by nothing, so the wait for webhooks has an end, and so has
  /// that for timers.
  ///
  /// @param sinceNanos how long nothing new was asked for
  boolean arrived(long sinceNanos) {
    boolean told = alarms == null || alarms.arrived();
    boolean fired = timers == null || timers.arrived();
    boolean asFarAsItGoes = (told && fired) || sinceNanos > LONGEST_NANOS;
    return asFarAsItGoes && (controls == null || controls.arrived());
  }

  /// What the service has made of a device's overloads; null where nobody looks.
  Seen.@Nullable Alarms alarmsOf(DeviceKey device) {
    return alarms == null ? null : alarms.seen(device);
  }

  /// What the service has made of a device's timer; null if it has none.
  Seen.@Nullable Timer timerOf(DeviceKey device) {
    return timers == null
        ? null
        : timers.seen(device, id -> controls != null && controls.asked(id));
  }

  void state(Facts facts, List<Difference> differences) {
    if (controls != null) {
      controls.state(facts, differences);
    }
    if (alarms != null) {
      alarms.state(facts);
    }
    if (timers != null) {
      timers.state(facts, differences);
    }
  }
}
