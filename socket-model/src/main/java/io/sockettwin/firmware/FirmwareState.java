package io.sockettwin.firmware;

import io.sockettwin.meter.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All a flashed device knows. Immutable: [Firmware#advance] works on a copy of what is inside.
public final class FirmwareState {

  /// A device before its power comes, or after it went.
  public static final FirmwareState UNPOWERED = new FirmwareState(null, Instant.MIN);

  private final @Nullable Machine machine;
  private final Instant wakeAt;

  FirmwareState(@Nullable Machine machine, Instant wakeAt) {
    this.machine = machine;
    this.wakeAt = wakeAt;
  }

  @Nullable Machine machineCopy() {
    return machine == null ? null : machine.copy();
  }

  Instant wakeAt() {
    return wakeAt;
  }

  public boolean relayClosed() {
    return machine != null && machine.board().relayClosed();
  }

  /// Whether the protection holds the device: it blinks red and does little else.
  public boolean locked() {
    return machine != null && machine.loop().locked();
  }

  /// Whether a fault has stopped the processor, the relay as it was (U4).
  public boolean hung() {
    return machine != null && machine.loop().hung();
  }

  /// Whether nothing will come from the device any more until its power is switched off and on (C1,
  /// C12), though everything else of it works.
  public boolean silenced() {
    return machine != null && machine.cloud().silenced();
  }

  /// What the meter said last, as the device understood it.
  public Reading reading() {
    return machine == null ? Reading.NONE : MilliUnits.reading(machine.loop().meter().reading());
  }

  public long energyMilliwattHours() {
    return machine == null
        ? 0
        : Integer.toUnsignedLong(machine.loop().meter().totalWattHours()) * 1_000;
  }

  public long countdownSeconds() {
    return machine == null ? 0 : Integer.toUnsignedLong(machine.loop().globals.countDown);
  }

  /// The colour of the lamp at this moment.
  public int lampRgb() {
    return machine == null ? 0 : machine.board().lampRgb();
  }
}
