package io.sockettwin.socket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step while it is being made: the state so far, taken apart, and the effects so far. Never
/// outlives it.
final class Turn {

  final SocketSettings settings;
  final Instant now;
  Load load;
  @Nullable Countdown countdown;
  Metering metering;
  Energy energy;
  Button button;
  Watch watch;
  @Nullable Procedure procedure;
  Timetable timetable;
  Uplink uplink;
  EventQueue events;
  @Nullable Instant wakeAt;
  private List<SocketEffect> effects = List.of();
  private boolean tells;
  private boolean erases;

  Turn(SocketSettings settings, SocketState before, Instant now) {
    this.settings = settings;
    this.now = now;
    load = before.load();
    countdown = before.countdown();
    metering = before.metering();
    energy = before.energy();
    button = before.button();
    watch = before.watch();
    procedure = before.procedure();
    timetable = before.timetable();
    uplink = before.uplink();
    events = before.events();
    wakeAt = before.wakeAt();
  }

  SocketState state() {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, timetable, uplink, events,
        wakeAt, now);
  }

  void add(SocketEffect effect) {
    if (effects.isEmpty()) {
      effects = new ArrayList<>();
    }
    effects.add(effect);
  }

  /// Has the cloud told at the end of this step, however small the change is.
  void tell() {
    tells = true;
  }

  boolean tells() {
    return tells;
  }

  /// Nothing that was stored before is left.
  void erase() {
    erases = true;
    add(new SocketEffect.EraseAll());
  }

  boolean erases() {
    return erases;
  }

  boolean provisioning() {
    return procedure != null && procedure.kind() == Procedure.Kind.PROVISIONING;
  }

  void set(Schedule schedule) {
    timetable = timetable.with(schedule, now);
    tell();
  }

  Report report() {
    return new Report(
        load == Load.ON,
        metering.reading(),
        energy.milliwattHours(),
        countdown == null ? 0 : countdown.remainingSeconds(now),
        settings.handling().tellsSchedule() ? timetable.schedule() : null);
  }

  void raise(SocketEvent event) {
    PendingEvent raised =
        new PendingEvent(events.nextId(), event, now.plus(timetable.aheadOrNone()));
    events = events.with(raised);
    if (uplink.up()) {
      add(SocketEffect.SendEvent.of(raised));
      events = events.sent(now);
    }
  }

  Step step() {
    return new Step(state(), effects);
  }
}
