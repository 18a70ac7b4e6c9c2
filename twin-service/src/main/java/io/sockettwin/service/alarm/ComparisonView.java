package io.sockettwin.service.alarm;

import java.util.ArrayList;
import java.util.List;

/// The episodes that two flows found, matched where they overlap.
///
/// @param same number of those that both found
/// @param missed those of the reference that the other did not find
/// @param added those that only the other found
record ComparisonView(int same, List<Difference> missed, List<Difference> added) {
  /// More nobody reads; the numbers stay right.
  static final int MAX_DIFFERENCES = 1_000;

  /// @param why what the other flow says of that moment
  record Difference(String device, Found alarm, String why) {}

  /// What is gathered device by device.
  static final class Builder {
    private final List<Difference> missed = new ArrayList<>();
    private final List<Difference> added = new ArrayList<>();
    private int same;

    /// @param why for each of the reference, what the other flow says of its beginning
    void add(String device, List<Found> reference, List<String> why, List<Found> other) {
      List<Found> left = new ArrayList<>(other);
      for (int i = 0; i < reference.size(); i++) {
        Found wanted = reference.get(i);
        Found match = left.stream().filter(wanted::overlaps).findFirst().orElse(null);
        if (match != null) {
          left.remove(match);
          same++;
        } else if (missed.size() < MAX_DIFFERENCES) {
          missed.add(new Difference(device, wanted, why.get(i)));
        }
      }
      for (Found more : left) {
        if (added.size() < MAX_DIFFERENCES) {
          added.add(new Difference(device, more, more.reason()));
        }
      }
    }

    ComparisonView build() {
      return new ComparisonView(same, missed, added);
    }
  }
}
