package io.sockettwin.service.alarm;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.FlowState;
import io.sockettwin.flow.FlowStep;
import io.sockettwin.flow.Memory;
import io.sockettwin.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One device and the flows that watch it, as a lane remembers them.
final class Watch {
  /// A memory as it is stored.
  ///
  /// @param version of the row, 0 if there is none yet
  record Stored(int generation, long version, Memory memory) {
    static final Stored NOTHING = new Stored(-1, 0, Memory.NONE);
  }

  /// A flow's state here.
  ///
  /// @param stored what the database holds, or will with this attempt
  private record Seen(FlowState state, Stored stored, Optional<Instant> wakeAt) {}

  /// Takes what follows from the steps of one input.
  interface Taker {
    void stepped(ActiveFlow flow, FlowStep step, Facts facts);

    void remember(ActiveFlow flow, Stored before, Stored after);
  }

  private final Map<String, Stored> stored;
  private Map<String, Seen> seen = new HashMap<>();
  private @Nullable Facts facts;

  Watch(Map<String, Stored> stored) {
    this.stored = stored;
  }

  /// To be called with the twin before each input; only the first call counts.
  void begin(TwinState twin) {
    if (facts == null) {
      Duration lag =
          stored.values().stream()
              .map(it -> it.memory().lag())
              .max(Comparator.naturalOrder())
              .orElse(Duration.ZERO);
      Map<String, Facts.Known> values = new HashMap<>();
      twin.reported().forEach((id, it) -> values.put(id, new Facts.Known(it.value(), it.at())));
      facts = Facts.of(values, twin.presence().connected(), twin.presence().since(), lag);
    }
  }

  void advance(List<ActiveFlow> flows, FlowInput input, Instant now, Taker taker) {
    Facts before = Objects.requireNonNull(facts);
    Facts after = before.after(input, now);
    facts = after;
    Map<String, Seen> next = HashMap.newHashMap(flows.size());
    for (ActiveFlow flow : flows) {
      Seen old = seen.get(flow.id());
      Seen then = old == null || old.stored().generation() != flow.generation() ? met(flow) : old;
      FlowStep step = flow.flow().advance(then.state(), before, input, after, now);
      taker.stepped(flow, step, after);
      Memory memory = step.state().memory();
      Stored known = then.stored();
      if (!memory.equals(known.memory())) {
        Stored changed = new Stored(flow.generation(), known.version() + 1, memory);
        taker.remember(flow, known, changed);
        stored.put(flow.id(), changed);
        known = changed;
      }
      next.put(flow.id(), new Seen(step.state(), known, step.wakeAt()));
    }
    seen = next;
  }

  /// When a flow wants to be woken, if one does.
  Optional<Instant> wakeAt() {
    return seen.values().stream()
        .flatMap(it -> it.wakeAt().stream())
        .min(Comparator.naturalOrder());
  }

  /// What another generation of the flow remembered no longer applies, but for the number of the
  /// last episode.
  private Seen met(ActiveFlow flow) {
    Stored row = stored.getOrDefault(flow.id(), Stored.NOTHING);
    if (row.generation() == flow.generation()) {
      return new Seen(FlowState.remembered(row.memory()), row, Optional.empty());
    }
    Memory old = row.memory();
    Memory fresh = new Memory(old.raised(), null, List.of(), List.of(), old.lag());
    return new Seen(
        FlowState.remembered(fresh),
        new Stored(flow.generation(), row.version(), fresh),
        Optional.empty());
  }
}
