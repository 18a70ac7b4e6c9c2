package io.sockettwin.flow;

import io.sockettwin.flow.Condition.Gained;
import io.sockettwin.flow.Condition.Rate;
import io.sockettwin.flow.Memory.Mark;
import io.sockettwin.flow.Memory.Trace;
import io.sockettwin.thing.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges conditions at one moment. Every condition is judged each time, also when the result is
/// known without it, since some have to remember.
final class Evaluation {
  private final boolean perEvent;
  private final Facts facts;
  private final Instant time;
  private final List<Trace> before;
  private final List<Trace> traces;
  private @Nullable Instant due;

  /// @param perEvent whether the flow judges events
  /// @param time by the device's clock
  Evaluation(boolean perEvent, Facts facts, Instant time, List<Trace> before) {
    this.perEvent = perEvent;
    this.facts = facts;
    this.time = time;
    this.before = before;
    this.traces = new ArrayList<>(before.size());
  }

  List<Trace> traces() {
    if (traces.equals(before)) {
      return before;
    }
    return traces.stream().allMatch(Trace.EMPTY::equals) ? List.of() : traces;
  }

  /// When another result is possible though nothing new is heard.
  @Nullable Instant due() {
    return due;
  }

  boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> {
        boolean all = true;
        for (Condition part : parts) {
          all &= holds(part);
        }
        yield all;
      }
      case Condition.Any(var parts) -> {
        boolean any = false;
        for (Condition part : parts) {
          any |= holds(part);
        }
        yield any;
      }
      case Condition.Compare(var field, var relation, var literal) -> {
        Value value = facts.value(field);
        yield value != null && relation.holds(value, literal);
      }
      case Condition.Changed(String property) -> facts.changed(property);
      case Condition.Connected(boolean online) -> facts.online() == online;
      case Condition.Silent(Duration limit) ->
          facts.online() && reached(facts.heardAt().plus(limit));
      case Condition.Held held -> held(held);
      case Condition.Times times -> times(times);
      case Condition.Latch latch -> latch(latch);
      case Rate rate -> rate(rate);
      case Gained gained -> gained(gained);
      case Condition.Hours hours -> hours(hours);
      case Condition.Expression(String _, Formula formula) -> formula.holds(facts);
    };
  }

  private boolean reached(Instant moment) {
    if (moment.isAfter(time)) {
      due = due == null || moment.isBefore(due) ? moment : due;
      return false;
    }
    return true;
  }

  private boolean held(Condition.Held held) {
    int slot = slot();
    Trace old = trace(slot);
    if (!holds(held.condition())) {
      return false;
    }
    Instant since = old.marks().isEmpty() ? time : old.marks().getFirst().at();
    Instant start = since.isAfter(time) ? time : since;
    traces.set(slot, new Trace(true, List.of(new Mark(start, 0))));
    return reached(start.plus(held.time()));
  }

  private boolean times(Condition.Times times) {
    int slot = slot();
    Trace old = trace(slot);
    boolean holds = holds(times.condition());
    boolean each = perEvent || times.condition().isMomentary();
    boolean counts = holds && (perEvent ? facts.event() != null : each || !old.on());
    List<Mark> marks = new ArrayList<>(old.marks());
    marks.removeIf(mark -> mark.at().isAfter(time));
    Mark hit = new Mark(facts.event() == null ? time : facts.event().at(), 0);
    boolean isNew = counts && !marks.contains(hit);
    if (isNew) {
      marks.add(hit);
      marks.sort((a, b) -> a.at().compareTo(b.at()));
      if (marks.size() > times.count()) {
        marks.removeFirst();
      }
    }
    traces.set(slot, new Trace(holds && !each, marks));
    if (marks.size() < times.count()) {
      return false;
    }
    Instant end = marks.getFirst().at().plus(times.window());
    return perEvent
        ? isNew && marks.contains(hit) && marks.getLast().at().isBefore(end)
        : !reached(end);
  }

  private boolean latch(Condition.Latch latch) {
    int slot = slot();
    boolean was = trace(slot).on();
    boolean from = holds(latch.from());
    boolean until = holds(latch.until());
    boolean on = from || (was && !until);
    traces.set(slot, new Trace(on, List.of()));
    return on;
  }

  private boolean rate(Rate rate) {
    int slot = slot();
    Facts.Known now = facts.values().get(rate.property());
    if (now == null || !Relation.isNumber(now.value())) {
      return false;
    }
    Slope slope = Slope.of(trace(slot).marks(), rate.per(), now);
    traces.set(slot, new Trace(false, slope.marks()));
    return slope.isKnown() && rate.relation().holds(slope.change(), rate.amount());
  }

  private boolean gained(Gained gained) {
    int slot = slot();
    Facts.Known now = facts.values().get(gained.property());
    if (now == null || !Relation.isNumber(now.value())) {
      return false;
    }
    Facts.Known before = facts.earlier() == null ? null : facts.earlier().get(gained.property());
    double value = Relation.number(now.value());
    double fell = before == null ? 0 : Math.max(0, Relation.number(before.value()) - value);
    Instant begin = Calendar.begin(gained.span(), gained.zone(), time);
    List<Mark> marks = trace(slot).marks();
    boolean fresh = marks.isEmpty() || marks.getFirst().at().isBefore(begin);
    // A counter that fell was reset or rolled over; what it had gained stays gained.
    double base = fresh ? value : marks.getFirst().value() - fell;
    traces.set(
        slot, new Trace(false, List.of(new Mark(fresh ? begin : marks.getFirst().at(), base))));
    reached(Calendar.end(gained.span(), gained.zone(), time));
    return (value - base) * gained.price() > gained.limit();
  }

  private boolean hours(Condition.Hours hours) {
    reached(Calendar.nextChange(hours, time));
    return Calendar.contains(hours, time);
  }

  /// The next place for a memory. Conditions take them in the order of their judging, the same each
  /// time.
  private int slot() {
    traces.add(Trace.EMPTY);
    return traces.size() - 1;
  }

  private Trace trace(int slot) {
    return slot < before.size() ? before.get(slot) : Trace.EMPTY;
  }
}
