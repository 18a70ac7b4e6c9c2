package io.sockettwin.flow;

import io.sockettwin.flow.Memory.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step while it is being made. Never outlives it.
final class FlowTurn {
  private final Flow flow;
  private final Memory before;
  private final Episodes episodes;
  private boolean atOnce;
  private List<Trace> traces;
  private @Nullable Instant due;

  FlowTurn(Flow flow, FlowState state) {
    this.flow = flow;
    this.before = state.memory();
    this.atOnce = state.isDueAtOnce();
    this.due = atOnce ? null : state.due();
    this.traces = before.traces();
    this.episodes = new Episodes(before, flow.clearing());
  }

  /// Judges all moments until then at which something may change by itself.
  void pass(Facts facts, Instant until) {
    if (facts.clock().equals(DeviceClock.UNKNOWN)) {
      return;
    }
    if (atOnce) {
      Instant time = facts.clock().time();
      atOnce = false;
      evaluate(facts.still(), until.isAfter(time) ? until : time);
    }
    while (due != null && !due.isAfter(until)) {
      evaluate(facts.still(), due);
    }
  }

  /// Judges what has just become known.
  void judge(Facts facts) {
    boolean other =
        flow.trigger() instanceof Trigger.Event(String id)
            && facts.event() != null
            && !facts.event().eventId().equals(id);
    evaluate(other ? facts.still() : facts, facts.clock().time());
    atOnce = false;
  }

  private void evaluate(Facts facts, Instant time) {
    boolean isEvent = flow.trigger() instanceof Trigger.Event;
    Evaluation evaluation = new Evaluation(isEvent, facts, time, traces);
    boolean holds = evaluation.holds(flow.filter());
    Condition when = flow.clearing().when();
    boolean ends = when != null && evaluation.holds(when);
    traces = evaluation.traces();
    due = evaluation.due();
    Optional<Instant> end;
    if (isEvent) {
      FlowInput.Happened event = facts.event();
      if (holds && event != null) {
        episodes.hit(event.at(), () -> Explanation.of(flow.filter(), facts));
      }
      end = episodes.settleEvents(time, facts.earlier() != null, ends);
    } else {
      end =
          episodes.settleState(
              time,
              holds,
              ends,
              flow.filter().isMomentary(),
              () -> Explanation.of(flow.filter(), facts));
    }
    end.ifPresent(this::dueAt);
  }

  private void dueAt(Instant at) {
    due = due == null || at.isBefore(due) ? at : due;
  }

  FlowStep step(Facts after) {
    Duration lag = Memory.lag(before.lag(), after.clock().lag());
    Memory memory = new Memory(episodes.raised(), episodes.open(), episodes.past(), traces, lag);
    FlowState state =
        atOnce
            ? FlowState.remembered(memory)
            : new FlowState(memory.equals(before) ? before : memory, due);
    Optional<Instant> wakeAt =
        Optional.ofNullable(due).map(at -> after.clock().when(at).plus(Flow.PATIENCE));
    return new FlowStep(state, episodes.effects(), wakeAt);
  }
}
