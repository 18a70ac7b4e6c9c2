package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.loadsim.time.Pace;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Controls asked of the twins at a steady rate.
final class WarpControls {

  private final Pace pace;
  private final WarpNetwork network;
  private final RandomGenerator dice;
  private final List<WarpLink> links = new ArrayList<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private long count;
  private boolean stopped;

  private record Asked(DeviceKey device, long nanos) {}

  /// @param fromNanos when the first is asked
  WarpControls(double perSecond, long fromNanos, WarpNetwork network, RandomGenerator dice) {
    this.pace = new Pace(perSecond, fromNanos);
    this.network = network;
    this.dice = dice;
  }

  void add(WarpLink link) {
    links.add(link);
  }

  long nextDue() {
    return stopped ? Agenda.NEVER : pace.nextDue();
  }

  void stop() {
    stopped = true;
  }

  void ask() {
    pace.take();
    WarpLink link = links.get(dice.nextInt(links.size()));
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    values.put("power_switch", new Value.Bool(dice.nextBoolean()));
    String id = "c" + count++;
    DeviceKey device = link.socket().member().device();
    asked.put(id, new Asked(device, network.now()));
    network.tell(link, network.cloud().control(device, id, values, network.instant()));
  }

  long asked() {
    return count;
  }

  /// A control that waited in the cloud comes with another token, and is not timed.
  void controlHeard(String id, long nanos, Ledger ledger) {
    Asked since = asked.remove(id);
    if (since != null) {
      ledger.time(Latency.CONTROL, nanos - since.nanos());
    }
  }

  /// The controls that the service still holds for open though their sockets never got them.
  List<Difference> lost() {
    List<Difference> lost = new ArrayList<>();
    asked.forEach((id, one) -> {
      if (network.cloud().waits(one.device(), id)) {
        lost.add(new Difference(one.device().toString(), Kind.CONTROL_LOST, "control " + id));
      }
    });
    return lost;
  }

  void state(Facts facts, List<Difference> differences) {
    facts.put("controls.asked", (double) count);
    facts.put("controls.refused", 0);
    facts.put("controls.lost", Difference.count(differences, Kind.CONTROL_LOST));
  }
}
