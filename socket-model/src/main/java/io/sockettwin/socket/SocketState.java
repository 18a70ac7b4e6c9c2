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
      PowerUp.state(Retained.NOTHING, Handling.DEFAULT, Instant.EPOCH);

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
}
