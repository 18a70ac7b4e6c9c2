package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.scenario.DueTimers;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The clockwork of a service for the timers of a run, and what comes of them.
final class WarpTimers {

  private static final String PREFIX = "t";

  /// The timer of one socket.
  private static final class Of {
    final WarpLink link;
    int controls;
    long earlyNanos;

    Of(WarpLink link) {
      this.link = link;
    }
  }

  private final DueTimers plan;
  private final WarpNetwork network;
  private final Map<DeviceKey, Of> timers = new LinkedHashMap<>();
  private boolean fired;

  WarpTimers(DueTimers plan, WarpNetwork network) {
    this.plan = plan;
    this.network = network;
  }

  void add(WarpLink link) {
    Member member = link.socket().member();
    if (plan.has(member.number())) {
      timers.put(member.device(), new Of(link));
    }
  }

  int count() {
    return timers.size();
  }

  long nextDue() {
    return fired ? Agenda.NEVER : plan.at().toNanos();
  }

  /// All at once, in the order of their numbers.
  void fire() {
    fired = true;
    timers.forEach((device, of) -> {
      SequencedMap<String, Value> values = new LinkedHashMap<>();
      int number = of.link.socket().member().number();
      values.put("power_switch", new Value.Bool(DueTimers.switchesOn(number)));
      network.tell(
          of.link, network.cloud().timerDue(device, PREFIX + number, values, network.instant()));
    });
  }

  /// Whether it was a timer's.
  boolean controlHeard(DeviceKey device, String id, long nanos, Ledger ledger) {
    Of of = timers.get(device);
    if (of == null || !id.startsWith(PREFIX)) {
      return false;
    }
    long lateNanos = nanos - plan.at().toNanos();
    if (of.controls++ == 0) {
      of.earlyNanos = Math.max(0, -lateNanos);
      ledger.time(Latency.TIMER, lateNanos);
    }
    return true;
  }

  /// What came of a device's timer; null if it has none.
  Seen.@Nullable Timer seen(Member member, Cloud.Kept kept) {
    Of of = timers.get(member.device());
    if (of == null) {
      return null;
    }
    boolean fetched = !network.cloud().waits(member.device(), PREFIX + member.number());
    return new Seen.Timer((int) kept.firings(), "", of.controls, fetched, of.earlyNanos);
  }
}
