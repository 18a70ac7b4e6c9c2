package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a flow on states should find, by the definitions of its conditions, second by second over
/// the whole story. Knows nothing of memories and wake-ups.
final class Oracle {
  /// What happened in which second.
  record Story(
      int seconds,
      TreeMap<Integer, Map<String, Value>> reports,
      TreeMap<Integer, Boolean> online) {}

  /// An episode in seconds; the end is -1 while it is open.
  record Found(int from, int until) {}

  private final Story story;

  Oracle(Story story) {
    this.story = story;
  }

  List<Found> episodes(Flow flow) {
    boolean[] holds = truth(flow.filter());
    int after = (int) flow.clearing().after().toSeconds();
    List<Found> found = new ArrayList<>();
    int from = -1;
    int falseSince = -1;
    for (int t = 0; t < story.seconds; t++) {
      if (holds[t]) {
        from = from < 0 ? t : from;
        falseSince = -1;
      } else if (from >= 0) {
        falseSince = falseSince < 0 ? t : falseSince;
        if (t >= falseSince + after) {
          found.add(new Found(from, t));
          from = -1;
          falseSince = -1;
        }
      }
    }
    if (from >= 0) {
      found.add(new Found(from, -1));
    }
    return found;
  }

  private boolean[] truth(Condition condition) {
    boolean[] truth = new boolean[story.seconds];
    for (int t = 0; t < truth.length; t++) {
      truth[t] = false;
    }
    switch (condition) {
      case Condition.All(var parts) -> {
        List<boolean[]> all = parts.stream().map(this::truth).toList();
        each(truth, t -> all.stream().allMatch(it -> it[t]));
      }
      case Condition.Any(var parts) -> {
        List<boolean[]> all = parts.stream().map(this::truth).toList();
        each(truth, t -> all.stream().anyMatch(it -> it[t]));
      }
      case Condition.Compare(var field, var relation, var literal) ->
          each(
              truth,
              t -> {
                Value value = value(field.id(), t);
                return value != null && relation.holds(value, literal);
              });
      case Condition.Connected(boolean online) ->
          each(
              truth,
              t ->
                  story.online.floorEntry(t) != null
                      && story.online.floorEntry(t).getValue() == online);
      case Condition.Silent(var time) ->
          each(
              truth,
              t -> {
                var presence = story.online.floorEntry(t);
                Integer report = story.reports.floorKey(t);
                return presence != null
                    && presence.getValue()
                    && t - Math.max(presence.getKey(), report == null ? 0 : report)
                        >= time.toSeconds();
              });
      case Condition.Held(var inner, var time) -> {
        boolean[] holds = truth(inner);
        int length = (int) time.toSeconds();
        each(truth, t -> t >= length && all(holds, t - length, t));
      }
      case Condition.Times(var inner, int count, var window) -> {
        boolean[] holds = truth(inner);
        int length = (int) window.toSeconds();
        each(truth, t -> edges(holds, Math.max(0, t - length + 1), t) >= count);
      }
      case Condition.Latch(var from, var until) -> {
        boolean[] on = truth(from);
        boolean[] off = truth(until);
        for (int t = 0; t < truth.length; t++) {
          truth[t] = on[t] || (t > 0 && truth[t - 1] && !off[t]);
        }
      }
      case Condition.Changed _,
          Condition.Rate _,
          Condition.Gained _,
          Condition.Hours _,
          Condition.Expression _ ->
          throw new IllegalArgumentException("not foretold: " + condition);
    }
    return truth;
  }

  private @Nullable Value value(String property, int t) {
    for (var report : story.reports.headMap(t, true).descendingMap().values()) {
      if (report.containsKey(property)) {
        return report.get(property);
      }
    }
    return null;
  }

  private static void each(boolean[] truth, java.util.function.IntPredicate at) {
    for (int t = 0; t < truth.length; t++) {
      truth[t] = at.test(t);
    }
  }

  private static boolean all(boolean[] holds, int from, int until) {
    for (int t = from; t <= until; t++) {
      if (!holds[t]) {
        return false;
      }
    }
    return true;
  }

  private static int edges(boolean[] holds, int from, int until) {
    int edges = 0;
    for (int t = from; t <= until; t++) {
      edges += holds[t] && (t == 0 || !holds[t - 1]) ? 1 : 0;
    }
    return edges;
  }
}
