package io.sockettwin.service.fleet;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// What the meters said in the last hour. In memory: longer spans are Prometheus' business.
@Singleton
class Pulse {
  /// An hour of them.
  static final int MAX_BEATS = 720;

  /// Hops are told of the last minute.
  private static final int BEATS_OF_HOPS = 12;

  private final Deque<Beat> beats = new ArrayDeque<>();
  private final Deque<Meters.Reading> readings = new ArrayDeque<>();

  synchronized void begin(Meters.Reading reading, Instant now) {
    readings.add(reading);
    beats.add(new Beat(now, 0, 0, 0, 0));
  }

  synchronized void beat(long connected, Meters.Reading reading, Instant now) {
    Meters.Reading before = readings.getLast();
    beats.add(
        new Beat(
            now,
            connected,
            (reading.messages() - before.messages()) / before.secondsUntil(reading),
            mean(before.of(Hop.MESSAGE), reading.of(Hop.MESSAGE)),
            reading.waiting()));
    readings.add(reading);
    if (beats.size() > MAX_BEATS) {
      beats.remove();
    }
    if (readings.size() > BEATS_OF_HOPS + 1) {
      readings.remove();
    }
  }

  synchronized Beat newest() {
    return beats.getLast();
  }

  synchronized List<Beat> beats() {
    return List.copyOf(beats);
  }

  synchronized List<HopView> hops() {
    List<HopView> hops = new ArrayList<>();
    for (Map.Entry<Hop, Meters.Total> now : readings.getLast().hops().entrySet()) {
      Meters.Total before = readings.getFirst().of(now.getKey());
      Meters.Total after = now.getValue();
      hops.add(
          new HopView(
              now.getKey().text(),
              after.count() - before.count(),
              mean(before, after),
              after.maxMilliseconds()));
    }
    return hops;
  }

  private static double mean(Meters.Total before, Meters.Total after) {
    long count = after.count() - before.count();
    return count == 0 ? 0 : (after.milliseconds() - before.milliseconds()) / count;
  }
}
