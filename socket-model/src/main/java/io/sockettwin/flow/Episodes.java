package io.sockettwin.flow;

import io.sockettwin.flow.Memory.Episode;
import io.sockettwin.flow.Memory.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The episodes of a flow and device during one step: raised once, counted, cleared once.
final class Episodes {
  private final Clearing clearing;
  private final List<FlowEffect> effects = new ArrayList<>(1);
  private long raised;
  private @Nullable Episode open;
  private List<Past> past;

  Episodes(Memory memory, Clearing clearing) {
    this.clearing = clearing;
    this.raised = memory.raised();
    this.open = memory.open();
    this.past = memory.past();
  }

  long raised() {
    return raised;
  }

  @Nullable Episode open() {
    return open;
  }

  List<Past> past() {
    return past;
  }

  List<FlowEffect> effects() {
    return effects;
  }

  /// An event passed the filter. One that lies within a known episode is part of it, whenever and
  /// however often it comes.
  void hit(Instant at, Supplier<String> reason) {
    if (open != null && !at.isBefore(open.raisedAt().minus(clearing.after()))) {
      if (at.isAfter(open.lastHitAt())) {
        repeat(at);
      }
      return;
    }
    if (past.stream().anyMatch(it -> it.contains(at)) || isForgotten(at)) {
      return;
    }
    if (open == null && past.stream().noneMatch(it -> at.isBefore(it.until()))) {
      raise(at, reason);
    } else {
      raiseLate(at, reason);
    }
  }

  private boolean isForgotten(Instant at) {
    return past.size() == Memory.MAX_PAST && at.isBefore(past.getFirst().from());
  }

  private void raise(Instant at, Supplier<String> reason) {
    raised++;
    open = new Episode(raised, at, at, 1, null);
    effects.add(new FlowEffect.Raised(raised, at, reason.get()));
  }

  /// The news of an episode that was over before a later one began.
  private void raiseLate(Instant at, Supplier<String> reason) {
    raised++;
    effects.add(new FlowEffect.Raised(raised, at, reason.get()));
    Instant end = at.plus(clearing.after());
    effects.add(new FlowEffect.Cleared(raised, end, "it became known late"));
    remember(new Past(at.minus(clearing.after()), end));
  }

  private void repeat(Instant at) {
    Episode now = Objects.requireNonNull(open);
    open = new Episode(now.number(), now.raisedAt(), at, now.hits() + 1, null);
    effects.add(new FlowEffect.Repeated(now.number(), at, now.hits() + 1));
  }

  /// Ends the episode of an event flow if it is over.
  ///
  /// @param reported whether a report is being judged; what was reported before the episode began
  ///   cannot end it
  /// @param ends whether the condition for the end holds
  /// @return when to look again
  Optional<Instant> settleEvents(Instant time, boolean reported, boolean ends) {
    Episode now = open;
    if (now == null) {
      return Optional.empty();
    }
    if (clearing.when() != null) {
      if (reported && now.fadingSince() == null) {
        now = now.fading(time);
        open = now;
      }
      if (ends && now.fadingSince() != null) {
        remember(now, clear(time, Explanation.text(clearing.when())));
      }
      return Optional.empty();
    }
    Instant end = now.lastHitAt().plus(clearing.after());
    if (now.lastHitAt().isAfter(time.plus(DeviceClock.BELIEVED_AFTER))) {
      // The device's clock was set back; who knows when it will show that time again.
      clear(now.lastHitAt(), "the clock was set back");
      remember(now, end);
      return Optional.empty();
    }
    Optional<Instant> later = clearAfter(now.lastHitAt(), time, "no further event");
    if (later.isEmpty()) {
      remember(now, end);
    }
    return later;
  }

  /// Begins, counts or ends the episode of a flow on states.
  ///
  /// @param holds whether the filter does
  /// @return when to look again
  Optional<Instant> settleState(
      Instant time, boolean holds, boolean ends, boolean momentary, Supplier<String> reason) {
    if (holds && open == null) {
      raise(time, reason);
    } else if (holds && open != null && open.fadingSince() != null) {
      repeat(time);
    }
    Episode now = open;
    if (now == null || (holds && !momentary)) {
      return Optional.empty();
    }
    Instant known = now.fadingSince();
    Instant since = known == null || known.isAfter(time) ? time : known;
    open = now.fading(since);
    if (clearing.when() == null) {
      return clearAfter(since, time, "the filter no longer holds");
    }
    if (ends && !holds) {
      clear(time, Explanation.text(clearing.when()));
    }
    return Optional.empty();
  }

  private Optional<Instant> clearAfter(Instant since, Instant time, String reason) {
    Instant end = since.plus(clearing.after());
    if (end.isAfter(time)) {
      return Optional.of(end);
    }
    clear(end, reason);
    return Optional.empty();
  }

  /// Gives the time of the end, which is not before the beginning.
  private Instant clear(Instant at, String reason) {
    Episode over = Objects.requireNonNull(open);
    open = null;
    Instant end = at.isBefore(over.raisedAt()) ? over.raisedAt() : at;
    effects.add(new FlowEffect.Cleared(over.number(), end, reason));
    return end;
  }

  /// Events from a little before the episode to its end belong to it.
  private void remember(Episode over, Instant end) {
    remember(new Past(over.raisedAt().minus(clearing.after()), end));
  }

  private void remember(Past newest) {
    List<Past> all = new ArrayList<>(past);
    all.add(newest);
    all.sort(Comparator.comparing(Past::from));
    past = all.size() > Memory.MAX_PAST ? all.subList(1, all.size()) : all;
  }
}
