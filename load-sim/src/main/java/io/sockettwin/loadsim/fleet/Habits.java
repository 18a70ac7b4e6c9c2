package io.sockettwin.loadsim.fleet;

import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.plant.Appliance;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// What somebody does at one socket in the course of the day.
final class Habits {

  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();
  private static final long CLICK_NANOS = Duration.ofMillis(120).toNanos();
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long UNTIL_UNPLUGGED_NANOS = Duration.ofSeconds(15).toNanos();

  /// Twice what a socket carries.
  private static final Appliance TOO_MUCH =
      Appliance.ofHousehold("kettle").orElseThrow(() -> new IllegalStateException("no kettle"));

  private record Planned(long at, int order, Touch touch) {}

  private final Household household;
  private final RandomGenerator dice;
  private final long startNanosOfDay;
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(
          2, Comparator.comparingLong(Planned::at).thenComparingInt(Planned::order));
  private long nextAct;
  private int order;
  private boolean resting;

  /// @param from when it begins, with something plugged in
  Habits(Household household, long from, RandomGenerator dice) {
    this.household = household;
    this.dice = dice;
    this.startNanosOfDay = household.startsAt().toNanoOfDay();
    plug(from, household.draw(dice));
    this.nextAct = after(from);
  }

  long dueAt() {
    Planned next = planned.peek();
    return Math.min(resting ? Agenda.NEVER : nextAct, next == null ? Agenda.NEVER : next.at());
  }

  /// What a hand does at the time that is due.
  ///
  /// @param on whether the load has power
  Touch take(boolean on) {
    Planned next = planned.peek();
    if (next != null && (resting || next.at() <= nextAct)) {
      planned.remove();
      return next.touch();
    }
    long now = nextAct;
    nextAct = after(now);
    if (planned.isEmpty() && dice.nextDouble() < busy(now)) {
      act(now, on);
    }
    return new Touch.Nothing();
  }

  /// Plugs in too much, switched on first if need be; later somebody puts it right.
  void overload(long now, boolean on) {
    if (!on) {
      click(now);
    }
    plug(now + PAUSE_NANOS, TOO_MUCH);
    add(now + UNTIL_UNPLUGGED_NANOS, new Touch.Unplug(TOO_MUCH.name()));
    click(now + UNTIL_UNPLUGGED_NANOS + PAUSE_NANOS);
  }

  /// Nobody begins anything any more; what was begun is finished.
  void rest() {
    resting = true;
  }

  private void act(long now, boolean on) {
    double overload = household.overloadsPerHour() / perHour();
    if (dice.nextDouble() < overload) {
      overload(now, on);
    } else {
      click(now);
    }
  }

  private double perHour() {
    return household.switchesPerHour() + household.overloadsPerHour();
  }

  /// Acts are drawn at the rate of the busiest hour; in others some of them are left out.
  private long after(long from) {
    return from + Chance.waitNanos(dice, perHour() * household.curve().most() / NANOS_PER_HOUR);
  }

  private double busy(long now) {
    return household.curve().at(Duration.ofNanos(startNanosOfDay + now)) / household.curve().most();
  }

  private void click(long at) {
    add(at, new Touch.PressButton());
    add(at + CLICK_NANOS, new Touch.ReleaseButton());
  }

  private void plug(long at, Appliance appliance) {
    add(at, new Touch.Plug(appliance));
  }

  private void add(long at, Touch touch) {
    planned.add(new Planned(at, order++, touch));
  }
}
