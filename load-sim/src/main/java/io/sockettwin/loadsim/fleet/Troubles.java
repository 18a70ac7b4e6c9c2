package io.sockettwin.loadsim.fleet;

import io.sockettwin.loadsim.time.Agenda;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// When the faults of a scenario begin and end for one socket, drawn from its dice.
final class Troubles {

  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

  /// A fault begins for this socket, or passes.
  record Change(Fault fault, boolean begins) {}

  private final List<Fault> faults;
  private final RandomGenerator dice;
  private final long[] due;
  private final boolean[] active;
  private long dueAt;

  Troubles(List<Fault> faults, RandomGenerator dice) {
    this.faults = faults;
    this.dice = dice;
    this.due = new long[faults.size()];
    this.active = new boolean[faults.size()];
    for (int i = 0; i < due.length; i++) {
      due[i] = first(faults.get(i));
    }
    dueAt = earliest();
  }

  long dueAt() {
    return dueAt;
  }

  /// What begins or ends at the time that is due.
  Change take() {
    int next = 0;
    for (int i = 1; i < due.length; i++) {
      next = due[i] < due[next] ? i : next;
    }
    Fault fault = faults.get(next);
    boolean begins = !active[next];
    active[next] = begins && fault.lasts().isPositive();
    if (active[next]) {
      due[next] += fault.lasts().toNanos();
    } else {
      due[next] = again(fault, due[next]);
    }
    dueAt = earliest();
    return new Change(fault, begins);
  }

  /// Ends what is going on, and lets nothing begin any more.
  List<Fault> heal() {
    List<Fault> ended =
        IntStream.range(0, due.length).filter(i -> active[i]).mapToObj(faults::get).toList();
    Arrays.fill(active, false);
    Arrays.fill(due, Agenda.NEVER);
    dueAt = Agenda.NEVER;
    return ended;
  }

  private long earliest() {
    return Arrays.stream(due).min().orElse(Agenda.NEVER);
  }

  private long first(Fault fault) {
    double chance = dice.nextDouble();
    double place = dice.nextDouble();
    if (chance >= fault.share()) {
      return Agenda.NEVER;
    }
    return switch (fault.when()) {
      case Fault.When.At(Duration time, Duration within) ->
          time.toNanos() + (long) (within.toNanos() * place);
      case Fault.When.PerHour _ -> again(fault, 0);
    };
  }

  private long again(Fault fault, long from) {
    return switch (fault.when()) {
      case Fault.When.At _ -> Agenda.NEVER;
      case Fault.When.PerHour(double times) ->
          from + Chance.waitNanos(dice, times / NANOS_PER_HOUR);
    };
  }
}
