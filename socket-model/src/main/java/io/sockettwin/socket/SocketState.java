package io.sockettwin.socket;

import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All a socket knows. Immutable and small: ten thousand of them fit in a few megabytes.
///
/// @param wakeAt the wake-up asked for last, null if none is to come
/// @param now when it was so
public record SocketState(
    Load load,
    @Nullable Countdown countdown,
    Metering metering,
    Energy energy,
    Button button,
    Watch watch,
    @Nullable Procedure procedure,
    Timetable timetable,
    Uplink uplink,
    EventQueue events,
    @Nullable Instant wakeAt,
    Instant now) {

  /// A socket before its power comes: only [SocketInput.Booted] makes something of it.
  public static final SocketState UNPOWERED =
      poweredUp(Retained.NOTHING, Handling.DEFAULT, Instant.EPOCH);

  static SocketState poweredUp(Retained retained, Handling handling, Instant now) {
    Memory memory = retained.memory();
    return new SocketState(
        handling.restore().restore(memory.load()),
        null,
        Metering.none(now),
        Energy.retained(retained.energyMilliwattHours(), handling.energyRollsOver(), now),
        Button.UNTOUCHED,
        Watch.started(now),
        null,
        Timetable.of(memory.schedule()),
        Uplink.down(now),
        EventQueue.restored(memory, now),
        null,
        now);
  }

  public Reading reading() {
    return metering.reading();
  }

  public long energyMilliwattHours() {
    return energy.milliwattHours();
  }

  public int countdownSeconds(Instant at) {
    return countdown == null ? 0 : countdown.remainingSeconds(at);
  }

  /// How many events wait for the cloud to take them.
  public int pendingEvents() {
    return events.pending().size();
  }

  /// Whether the socket waits to be told its network.
  public boolean provisioning() {
    return procedure != null && procedure.kind() == Procedure.Kind.PROVISIONING;
  }

  /// The timers it goes by.
  public Schedule schedule() {
    return timetable.schedule();
  }

  /// The socket as it would report itself.
  public Report report(Instant at) {
    return new Report(load == Load.ON, reading(), energyMilliwattHours(), countdownSeconds(at));
  }

  /// The same socket at another time, as if none had passed: its clock was set.
  ///
  /// No wake-up is to come, because whoever should give it may not know of the new time.
  SocketState jumped(Instant to) {
    Duration by = Duration.between(now, to);
    return new SocketState(
        load,
        countdown == null ? null : countdown.shifted(by),
        metering.shifted(by),
        energy.shifted(by),
        button.shifted(by),
        watch.shifted(by),
        procedure == null ? null : procedure.shifted(by),
        timetable.jumped(now, to),
        uplink.shifted(by),
        events.shifted(by),
        null,
        to);
  }

  SocketState with(Load next) {
    return new SocketState(
        next, countdown, metering, energy, button, watch, procedure, timetable, uplink, events,
        wakeAt, now);
  }

  SocketState withCountdown(@Nullable Countdown next) {
    return new SocketState(
        load, next, metering, energy, button, watch, procedure, timetable, uplink, events, wakeAt,
        now);
  }

  SocketState with(Metering next) {
    return new SocketState(
        load, countdown, next, energy, button, watch, procedure, timetable, uplink, events, wakeAt,
        now);
  }

  SocketState with(Energy next) {
    return new SocketState(
        load, countdown, metering, next, button, watch, procedure, timetable, uplink, events,
        wakeAt, now);
  }

  SocketState with(Button next) {
    return new SocketState(
        load, countdown, metering, energy, next, watch, procedure, timetable, uplink, events,
        wakeAt, now);
  }

  SocketState with(Watch next) {
    return new SocketState(
        load, countdown, metering, energy, button, next, procedure, timetable, uplink, events,
        wakeAt, now);
  }

  SocketState withProcedure(@Nullable Procedure next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, next, timetable, uplink, events, wakeAt,
        now);
  }

  SocketState with(Timetable next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, next, uplink, events, wakeAt,
        now);
  }

  SocketState with(Uplink next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, timetable, next, events,
        wakeAt, now);
  }

  SocketState with(EventQueue next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, timetable, uplink, next,
        wakeAt, now);
  }

  SocketState withWakeAt(@Nullable Instant next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, timetable, uplink, events,
        next, now);
  }

  SocketState at(Instant next) {
    return new SocketState(
        load, countdown, metering, energy, button, watch, procedure, timetable, uplink, events,
        wakeAt, next);
  }
}
