package io.sockettwin.socket;

import io.sockettwin.meter.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All a socket knows. Immutable and small: ten thousand of them fit in a few megabytes.
///
/// @param wakeAt the wake-up asked for last, null before the first
public record SocketState(
    Load load,
    @Nullable Countdown countdown,
    Metering metering,
    Energy energy,
    Button button,
    Uplink uplink,
    EventQueue events,
    @Nullable Instant wakeAt) {

  /// A socket before its power comes: only [SocketInput.Booted] makes something of it.
  public static final SocketState UNPOWERED = poweredUp(Retained.NOTHING, Instant.EPOCH);

  static SocketState poweredUp(Retained retained, Instant now) {
    return new SocketState(
        Load.OFF,
        null,
        Metering.none(now),
        Energy.retained(retained.energyMilliwattHours(), now),
        Button.UNTOUCHED,
        Uplink.down(now),
        EventQueue.empty(now),
        null);
  }

  public Reading reading() {
    return metering.reading();
  }

  public long energyMilliwattHours() {
    return energy.milliwattHours();
  }

  public int countdownSeconds(Instant now) {
    return countdown == null ? 0 : countdown.remainingSeconds(now);
  }

  /// How many events wait for the cloud to take them.
  public int pendingEvents() {
    return events.pending().size();
  }

  /// The socket as it would report itself.
  public Report report(Instant now) {
    return new Report(load == Load.ON, reading(), energyMilliwattHours(), countdownSeconds(now));
  }

  SocketState with(Load next) {
    return new SocketState(next, countdown, metering, energy, button, uplink, events, wakeAt);
  }

  SocketState withCountdown(@Nullable Countdown next) {
    return new SocketState(load, next, metering, energy, button, uplink, events, wakeAt);
  }

  SocketState with(Metering next) {
    return new SocketState(load, countdown, next, energy, button, uplink, events, wakeAt);
  }

  SocketState with(Energy next) {
    return new SocketState(load, countdown, metering, next, button, uplink, events, wakeAt);
  }

  SocketState with(Button next) {
    return new SocketState(load, countdown, metering, energy, next, uplink, events, wakeAt);
  }

  SocketState with(Uplink next) {
    return new SocketState(load, countdown, metering, energy, button, next, events, wakeAt);
  }

  SocketState with(EventQueue next) {
    return new SocketState(load, countdown, metering, energy, button, uplink, next, wakeAt);
  }

  SocketState withWakeAt(Instant next) {
    return new SocketState(load, countdown, metering, energy, button, uplink, events, next);
  }
}
