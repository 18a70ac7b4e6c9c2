package io.sockettwin.service.alarm;

import io.sockettwin.flow.Flow;
import io.sockettwin.flow.Trigger;
import io.sockettwin.thing.DataTemplate;

/// A flow that runs in the lanes.
///
/// @param generation of its rule; what was remembered under another one begins anew
record ActiveFlow(
    String id,
    int generation,
    FlowDraft draft,
    Flow flow,
    Placeholders placeholders,
    DataTemplate template) {

  boolean isLive() {
    return draft.modeOrOff() == Mode.LIVE;
  }

  boolean watches(String device) {
    return draft.scopeOrAll().contains(device);
  }

  /// Whether it may apply to a device of which nothing new is heard.
  boolean judgesStates() {
    return !(flow.trigger() instanceof Trigger.Event);
  }
}
