package io.sockettwin.service.alarm;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.Flow;
import io.sockettwin.flow.FlowEffect;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.FlowState;
import io.sockettwin.flow.FlowStep;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A flow over what was recorded of one device: the same steps and wake-ups as in a lane, without
/// any effect.
final class Replay {
  private final Flow flow;
  private final BiConsumer<FlowEffect.Raised, Facts> raised;
  private final Map<Long, Found> found = new LinkedHashMap<>();
  private FlowState state = FlowState.NEW;
  private Facts facts = Facts.NONE;
  private Optional<Instant> wakeAt = Optional.empty();

  Replay(Flow flow) {
    this(flow, (_, _) -> {});
  }

  /// @param raised takes each episode when it begins, with what is known then
  Replay(Flow flow, BiConsumer<FlowEffect.Raised, Facts> raised) {
    this.flow = flow;
    this.raised = raised;
  }

  /// What was received next.
  void feed(FlowInput input, Instant now) {
    pass(now);
    step(input, now);
  }

  /// Time passes, and nothing is received.
  void pass(Instant until) {
    while (wakeAt.isPresent() && !wakeAt.get().isAfter(until)) {
      step(new FlowInput.WakeUp(), wakeAt.get());
    }
  }

  private void step(FlowInput input, Instant now) {
    Facts after = facts.after(input, now);
    FlowStep step = flow.advance(state, facts, input, after, now);
    facts = after;
    state = step.state();
    wakeAt = step.wakeAt();
    for (FlowEffect effect : step.effects()) {
      found.compute(
          effect.episode(), (_, old) -> old == null ? Found.of(effect) : old.with(effect));
      if (effect instanceof FlowEffect.Raised first) {
        raised.accept(first, after);
      }
    }
  }

  Facts facts() {
    return facts;
  }

  /// In the order of their numbers.
  Collection<Found> found() {
    return found.values();
  }

  /// By their numbers.
  Map<Long, Found> episodes() {
    return found;
  }
}
