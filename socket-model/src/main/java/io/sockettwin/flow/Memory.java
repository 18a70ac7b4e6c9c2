package io.sockettwin.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a flow must not forget of a device over a restart. Changes seldom: not with each report.
///
/// @param raised episodes so far; the number of the newest
/// @param past time spans of the newest episodes that are over, to know their repeated events by
/// @param traces of the filter's conditions that have a past, then the clearing's, in their order;
///   empty at first
/// @param lag of the device's clock, roughly
public record Memory(
    long raised, @Nullable Episode open, List<Past> past, List<Trace> traces, Duration lag) {
  /// Repeats of events older than these episodes cannot be told from new ones and are ignored.
  static final int MAX_PAST = 16;

  /// Smaller changes of the lag are not worth a write.
  private static final Duration LAG_STEP = Duration.ofSeconds(30);

  public static final Memory NONE = new Memory(0, null, List.of(), List.of(), Duration.ZERO);

  public Memory {
    past = List.copyOf(past);
    traces = List.copyOf(traces);
  }

  /// What is going on.
  ///
  /// @param hits how often the filter came true, or events hit
  /// @param fadingSince since when the filter no longer holds; of an event flow, when the first
  ///   report came after the last hit
  public record Episode(
      long number, Instant raisedAt, Instant lastHitAt, long hits, @Nullable Instant fadingSince) {
    Episode fading(Instant since) {
      return new Episode(number, raisedAt, lastHitAt, hits, since);
    }
  }

  /// Events at these times belong to an episode that is over.
  public record Past(Instant from, Instant until) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /// What a condition remembers: whether it holds, or since when, or some moments with values.
  public record Trace(boolean on, List<Mark> marks) {
    static final Trace EMPTY = new Trace(false, List.of());

    public Trace {
      marks = List.copyOf(marks);
    }
  }

  public record Mark(Instant at, double value) {}

  /// For a flow that was changed: its conditions begin anew, its episodes go on.
  public Memory withoutTraces() {
    return new Memory(raised, open, past, List.of(), lag);
  }

  static Duration lag(Duration known, Duration now) {
    return known.minus(now).abs().compareTo(LAG_STEP) > 0 ? now : known;
  }
}
