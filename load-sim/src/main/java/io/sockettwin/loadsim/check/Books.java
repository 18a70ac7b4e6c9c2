package io.sockettwin.loadsim.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// The ledgers of all threads together. Read by one thread.
public final class Books {

  private final List<Ledger> ledgers;
  private final Map<Latency, Histogram> totals = new EnumMap<>(Latency.class);

  public Books(List<Ledger> ledgers) {
    this.ledgers = List.copyOf(ledgers);
    for (Latency latency : Latency.values()) {
      totals.put(latency, Ledger.histogram());
    }
  }

  public long counted(Count count) {
    return ledgers.stream().mapToLong(ledger -> ledger.counted(count)).sum();
  }

  /// What was timed since this was asked last, in microseconds; also added to the totals.
  public Histogram recent(Latency latency) {
    Histogram recent = Ledger.histogram();
    ledgers.forEach(ledger -> ledger.drain(latency, recent));
    total(latency).add(recent);
    return recent;
  }

  /// What was timed in the whole run, in microseconds.
  public Histogram all(Latency latency) {
    recent(latency);
    return total(latency);
  }

  /// Everything that was counted or timed, as facts.
  public void state(Facts facts) {
    for (Count count : Count.values()) {
      facts.put(count, counted(count));
    }
    for (Latency latency : Latency.values()) {
      facts.put(latency, all(latency));
    }
  }

  private Histogram total(Latency latency) {
    Histogram total = totals.get(latency);
    if (total == null) {
      throw new IllegalStateException("not timed: " + latency);
    }
    return total;
  }
}
