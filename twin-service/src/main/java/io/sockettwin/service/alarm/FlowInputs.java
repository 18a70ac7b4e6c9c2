package io.sockettwin.service.alarm;

import io.sockettwin.flow.FlowInput;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.twin.Presence;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.twin.TwinInput;
import java.util.ArrayList;
import java.util.List;

/// What an advance of a twin means to flows.
final class FlowInputs {
  private FlowInputs() {}

  static List<FlowInput> of(Advance advance) {
    List<FlowInput> inputs = new ArrayList<>(1);
    for (TwinEffect effect : advance.step().effects()) {
      switch (effect) {
        case TwinEffect.KeepReport report ->
            inputs.add(new FlowInput.Reported(report.at(), report.values()));
        case TwinEffect.KeepEvent event ->
            inputs.add(new FlowInput.Happened(event.at(), event.eventId(), event.params()));
        case TwinEffect.Send _,
            TwinEffect.KeepControl _,
            TwinEffect.HandOn _,
            TwinEffect.Dropped _ -> {}
      }
    }
    Presence before = advance.before().presence();
    Presence after = advance.step().state().presence();
    if (after.connected() != before.connected() || after.session() != before.session()) {
      inputs.add(after.connected() ? new FlowInput.CameOnline() : new FlowInput.WentOffline());
    }
    if (advance.input() instanceof TwinInput.WakeUp) {
      inputs.add(new FlowInput.WakeUp());
    }
    return inputs;
  }
}
