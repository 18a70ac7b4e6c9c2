package io.sockettwin.service.alarm;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.FlowStep;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The flows in one lane.
final class FlowSide implements Participant.Side {
  /// Devices remembered, a few hundred bytes for each flow.
  static final int MAX_REMEMBERED = 10_000;

  private final RunningFlows flows;
  private final AlarmWriter writer;
  private final Predicate<DeviceKey> own;
  private final Map<DeviceKey, Watch> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceKey, Watch> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private ActiveFlows active = ActiveFlows.NONE;
  private Map<DeviceKey, Watch> watches = new HashMap<>();
  private AlarmBatch batch = new AlarmBatch();

  FlowSide(RunningFlows flows, AlarmWriter writer, Predicate<DeviceKey> own) {
    this.flows = flows;
    this.writer = writer;
    this.own = own;
  }

  /// What could come true by itself while the service was down is judged at once.
  @Override
  public void start(LaneTransaction transaction) throws SQLException {
    Instant now = Instant.now();
    for (DeviceKey device : FlowStore.toWake(transaction.connection(), flows.active())) {
      if (own.test(device)) {
        transaction.wakeAt(device, now);
      }
    }
  }

  @Override
  public void load(Set<DeviceKey> devices, LaneTransaction transaction) throws SQLException {
    if (watches.isEmpty()) {
      active = flows.active();
    }
    Set<DeviceKey> missing = new LinkedHashSet<>();
    for (DeviceKey device : devices) {
      if (active.of(device.productId()).isEmpty()) {
        continue;
      }
      Watch watch = remembered.get(device);
      if (watch == null) {
        missing.add(device);
      } else {
        watches.put(device, watch);
      }
    }
    watches.putAll(FlowStore.read(transaction.connection(), missing));
  }

  @Override
  public void advanced(Advance advance, LaneTransaction transaction) {
    DeviceKey device = advance.device();
    List<FlowInput> inputs = FlowInputs.of(advance);
    batch.notePresence(device, inputs, advance.at());
    Watch watch = watches.get(device);
    if (watch == null || inputs.isEmpty()) {
      return;
    }
    List<ActiveFlow> watching =
        active.of(device.productId()).stream()
            .filter(flow -> flow.watches(device.deviceName()))
            .toList();
    if (watching.isEmpty()) {
      return;
    }
    watch.begin(advance.before());
    Watch.Taker taker = taker(advance, transaction);
    inputs.forEach(input -> watch.advance(watching, input, advance.at(), taker));
    transaction.wakeAt(device, watch.wakeAt().orElse(null));
  }

  private Watch.Taker taker(Advance advance, LaneTransaction transaction) {
    DeviceKey device = advance.device();
    return new Watch.Taker() {
      @Override
      public void stepped(ActiveFlow flow, FlowStep step, Facts facts) {
        step.effects()
            .forEach(effect ->
                batch.note(flow, device, effect, facts, advance.at(), transaction::follow));
      }

      @Override
      public void remember(ActiveFlow flow, Watch.Stored before, Watch.Stored after) {
        batch.remember(flow, device, before, after);
      }
    };
  }

  /// The twin's state is known when it advances, so it is made to.
  @Override
  public void woken(DeviceKey device, Instant now, LaneTransaction transaction) {
    transaction.follow(new TwinInput.WakeUp());
  }

  @Override
  public void write(LaneTransaction transaction) throws SQLException {
    writer.write(batch, transaction);
    remembered.putAll(watches);
    watches = new HashMap<>();
    batch = new AlarmBatch();
  }

  @Override
  public void forget(DeviceKey device) {
    remembered.remove(device);
    watches.remove(device);
  }

  @Override
  public void forgetAll() {
    remembered.clear();
    watches = new HashMap<>();
    batch = new AlarmBatch();
  }
}
