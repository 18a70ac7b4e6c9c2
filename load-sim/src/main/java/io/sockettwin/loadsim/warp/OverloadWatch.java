package io.sockettwin.loadsim.warp;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.Flow;
import io.sockettwin.flow.FlowEffect;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.FlowState;
import io.sockettwin.flow.FlowStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One device, watched by the alarm rule of a run as a lane of the service does it.
final class OverloadWatch {

  private final Flow flow;
  private FlowState state = FlowState.NEW;
  private Facts facts = Facts.NONE;
  private Optional<Instant> wakeAt = Optional.empty();
  private final List<Instant> raised = new ArrayList<>();
  private long hits;

  OverloadWatch(Flow flow) {
    this.flow = flow;
  }

  /// When each alarm was raised.
  List<Instant> raised() {
    return List.copyOf(raised);
  }

  /// How many overloads they count.
  long hits() {
    return hits;
  }

  /// What was received next. The wake-ups that were due before come first.
  void feed(FlowInput input, Instant now) {
    while (wakeAt.isPresent() && !wakeAt.get().isAfter(now)) {
      step(new FlowInput.WakeUp(), wakeAt.get());
    }
    step(input, now);
  }

  private void step(FlowInput input, Instant now) {
    Facts after = facts.after(input, now);
    FlowStep step = flow.advance(state, facts, input, after, now);
    facts = after;
    state = step.state();
    wakeAt = step.wakeAt();
    for (FlowEffect effect : step.effects()) {
      switch (effect) {
        case FlowEffect.Raised _ -> {
          raised.add(now);
          hits++;
        }
        case FlowEffect.Repeated _ -> hits++;
        case FlowEffect.Cleared _ -> {}
      }
    }
  }
}
