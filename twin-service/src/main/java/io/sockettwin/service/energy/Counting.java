package io.sockettwin.service.energy;

import io.sockettwin.service.energy.Count.Run;
import io.sockettwin.service.energy.Count.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Counts what a device used, as a pure function of its readings. Rather too little than too much:
/// a reading that cannot follow from the one before counts only when the next one confirms it.
final class Counting {
  /// After a loss of power a device goes on from the total that it saved last, a little lower.
  private static final long MAX_FALL_BACK_MILLIWATT_HOURS = Meter.MILLIWATT_HOURS_PER_KWH;

  /// What a counter that began at zero may show at first; above it, it is another counter's.
  private static final long MAX_FRESH_MILLIWATT_HOURS = Meter.MILLIWATT_HOURS_PER_KWH;

  private final Meter meter;

  Counting(Meter meter) {
    this.meter = meter;
  }

  /// Takes one reading in. Repeated ones change nothing.
  Step take(Count count, Reading reading) {
    Reading last = count.last();
    Reading doubt = count.doubt();
    if (last == null) {
      return first(count, reading);
    }
    if (!reading.at().isAfter(last.at())) {
      return late(count, reading);
    }
    if (meter.continues(last, reading)) {
      return goOn(count, last, reading);
    }
    if (doubt == null || !meter.continues(doubt, reading)) {
      return new Step(doubt(count, reading), null);
    }
    return reading.at().isAfter(doubt.at())
        ? jump(count, last, doubt, reading)
        : new Step(count, null);
  }

  /// The hardware was replaced: the next reading is of a counter that began at zero, then.
  static Count replaced(Count count, Instant at) {
    return new Count(
        count.lifetimeMilliwattHours(), new Reading(0, at), null, null, count.jumps() + 1);
  }

  /// What was used before the service knew the device belongs to its lifetime, but to no period.
  private static Step first(Count count, Reading reading) {
    long lifetime = count.lifetimeMilliwattHours() + reading.milliwattHours();
    return new Step(new Count(lifetime, reading, null, null, count.jumps()), null);
  }

  private static Step goOn(Count count, Reading last, Reading reading) {
    long more = Math.max(0, reading.milliwattHours() - last.milliwattHours());
    // Noise must not lower what the next reading is compared with.
    Reading next = new Reading(last.milliwattHours() + more, reading.at());
    return gained(count, next, count.before(), count.jumps(), more, last.at());
  }

  private static Count doubt(Count count, Reading reading) {
    Reading doubt = count.doubt();
    boolean newer = doubt == null || reading.at().isAfter(doubt.at());
    return newer
        ? new Count(
            count.lifetimeMilliwattHours(), count.last(), reading, count.before(), count.jumps())
        : count;
  }

  /// Two readings agree that the counter stands elsewhere.
  private Step jump(Count count, Reading last, Reading first, Reading reading) {
    boolean rolled = isRollOver(last, first);
    long between =
        rolled
            ? meter.rollOverMilliwattHours() - last.milliwattHours() + first.milliwattHours()
            : isReset(last, first) ? first.milliwattHours() : 0;
    long more = between + Math.max(0, reading.milliwattHours() - first.milliwattHours());
    // After a roll-over nothing is missing of the run before.
    Run before = rolled ? null : new Run(last, first.at());
    return gained(count, reading, before, count.jumps() + 1, more, last.at());
  }

  private boolean isRollOver(Reading last, Reading first) {
    long more = meter.rollOverMilliwattHours() - last.milliwattHours() + first.milliwattHours();
    return first.milliwattHours() < last.milliwattHours()
        && more >= 0
        && meter.isPossible(more, last.at(), first.at());
  }

  private boolean isReset(Reading last, Reading first) {
    long fall = last.milliwattHours() - first.milliwattHours();
    return fall > MAX_FALL_BACK_MILLIWATT_HOURS
        && first.milliwattHours() <= MAX_FRESH_MILLIWATT_HOURS
        && meter.isPossible(first.milliwattHours(), last.at(), first.at());
  }

  /// A report of the run before the last jump may tell more of that run.
  private Step late(Count count, Reading reading) {
    Run before = count.before();
    if (before == null
        || !reading.at().isAfter(before.last().at())
        || !reading.at().isBefore(before.until())
        || !meter.continues(before.last(), reading)) {
      return new Step(count, null);
    }
    long more = Math.max(0, reading.milliwattHours() - before.last().milliwattHours());
    Run known =
        new Run(new Reading(before.last().milliwattHours() + more, reading.at()), before.until());
    Count next =
        new Count(
            count.lifetimeMilliwattHours() + more,
            count.last(),
            count.doubt(),
            known,
            count.jumps());
    return new Step(next, more == 0 ? null : new Gain(more, before.last().at(), reading.at()));
  }

  private static Step gained(
      Count count, Reading last, @Nullable Run before, long jumps, long more, Instant since) {
    Count next = new Count(count.lifetimeMilliwattHours() + more, last, null, before, jumps);
    return new Step(next, more == 0 ? null : new Gain(more, since, last.at()));
  }
}
