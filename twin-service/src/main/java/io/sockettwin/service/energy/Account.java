package io.sockettwin.service.energy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A device's energy as it is stored: its count, and the quarter of an hour that is still running,
/// which so costs no row of its own for each report.
///
/// @param version 0 before it was ever stored
/// @param storedAt the time of the last reading when it was stored; null before
record Account(long version, Count count, Quarter open, @Nullable Instant storedAt) {
  static final Account NEW = new Account(0, Count.NONE, new Quarter(Instant.EPOCH, 0), null);

  /// The account after a reading, and the quarters that are over.
  record Entry(Account account, List<Quarter> closed) {}

  /// Takes one reading in; the version stays, since it counts what was stored.
  Entry enter(Counting counting, Reading reading) {
    Count.Step step = counting.take(count, reading);
    return step.count().equals(count)
        ? new Entry(this, List.of())
        : book(step.count(), step.gain());
  }

  Account with(Count next) {
    return new Account(version, next, open, storedAt);
  }

  /// The account as it is to be stored after the one that is.
  Account next() {
    return new Account(version + 1, count, open, count.last() == null ? null : count.last().at());
  }

  /// Whether more has changed than the time of the last reading: that alone, of a device at rest,
  /// is stored once a quarter.
  boolean differsFrom(Account stored) {
    return count.lifetimeMilliwattHours() != stored.count.lifetimeMilliwattHours()
        || count.jumps() != stored.count.jumps()
        || !Objects.equals(count.doubt(), stored.count.doubt())
        || !Objects.equals(count.before(), stored.count.before())
        || isOfALaterQuarter();
  }

  private boolean isOfALaterQuarter() {
    Reading last = count.last();
    return last != null
        && (storedAt == null || Quarter.startOf(storedAt).isBefore(Quarter.startOf(last.at())));
  }

  private Entry book(Count next, @Nullable Gain gain) {
    if (gain == null) {
      return new Entry(with(next), List.of());
    }
    List<Quarter> closed = new ArrayList<>();
    Quarter running = open;
    for (Quarter quarter : Spread.over(gain)) {
      int order = quarter.start().compareTo(running.start());
      if (order == 0) {
        running = new Quarter(quarter.start(), running.milliwattHours() + quarter.milliwattHours());
      } else if (order > 0) {
        close(running, closed);
        running = quarter;
      } else {
        close(quarter, closed);
      }
    }
    return new Entry(new Account(version, next, running, storedAt), closed);
  }

  private static void close(Quarter quarter, List<Quarter> closed) {
    if (quarter.milliwattHours() > 0) {
      closed.add(quarter);
    }
  }
}
