package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.thing.DeviceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of the twins from outside, and those who follow it to the sockets and back.
final class WarpFollowers implements Ledger.Ear {

  private final WarpControls controls;
  private final WarpAlarms alarms;
  private final @Nullable WarpTimers timers;
  private final Ledger ledger = new Ledger(this);

  WarpFollowers(WarpControls controls, WarpAlarms alarms, @Nullable WarpTimers timers) {
    this.controls = controls;
    this.alarms = alarms;
    this.timers = timers;
  }

  Ledger ledger() {
    return ledger;
  }

  WarpControls controls() {
    return controls;
  }

  void add(WarpLink link) {
    controls.add(link);
    if (timers != null) {
      timers.add(link);
    }
  }

  long nextDue() {
    return Math.min(controls.nextDue(), timers == null ? Agenda.NEVER : timers.nextDue());
  }

  /// Does what is due then.
  void timeHasCome(long nanos) {
    if (timers != null && timers.nextDue() == nanos) {
      timers.fire();
    } else {
      controls.ask();
    }
  }

  @Override
  public void controlHeard(DeviceKey device, String id, long nanos) {
    if (timers == null || !timers.controlHeard(device, id, nanos, ledger)) {
      controls.controlHeard(id, nanos, ledger);
    }
  }

  @Override
  public void tripped(DeviceKey device, long nanos) {
    alarms.tripped(device, nanos);
  }

  Seen.Alarms alarmsOf(Member member, Cloud.Kept kept) {
    return alarms.seen(member.device(), kept, ledger);
  }

  Seen.@Nullable Timer timerOf(Member member, Cloud.Kept kept) {
    return timers == null ? null : timers.seen(member, kept);
  }

  void state(Facts facts, List<Difference> differences) {
    controls.state(facts, differences);
    facts.put("alarms.raised", (double) alarms.raised());
    if (timers != null) {
      facts.putTimers(timers.count(), differences);
    }
  }
}
