package io.sockettwin.flow;

import io.sockettwin.flow.Facts.Known;
import io.sockettwin.flow.Memory.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How fast a value changes, measured over a time from few remembered samples.
///
/// @param change during the time; meaningless when not known
record Slope(List<Mark> marks, boolean isKnown, double change) {
  /// Samples remembered within the time, so that frequent reports do not fill the memory.
  private static final int SAMPLES = 8;

  static Slope of(List<Mark> known, Duration per, Known now) {
    double value = Relation.number(now.value());
    List<Mark> marks = new ArrayList<>(known);
    marks.removeIf(mark -> mark.at().isAfter(now.at()));
    if (marks.isEmpty() || !now.at().isBefore(marks.getLast().at().plus(per.dividedBy(SAMPLES)))) {
      marks.add(new Mark(now.at(), value));
    }
    Instant start = now.at().minus(per);
    while (marks.size() > 1 && !marks.get(1).at().isAfter(start)) {
      marks.removeFirst();
    }
    Mark first = marks.getFirst();
    if (first.at().isAfter(start)) {
      return new Slope(marks, false, 0);
    }
    double elapsed = Duration.between(first.at(), now.at()).toNanos();
    return new Slope(marks, true, (value - first.value()) * (per.toNanos() / elapsed));
  }
}
