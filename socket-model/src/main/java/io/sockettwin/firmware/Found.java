package io.sockettwin.firmware;

/// What the search for the newest record of the energy log came to.
public sealed interface Found {

  /// The log is empty, or looks so.
  record Nothing() implements Found {}

  /// The record in this slot. Slot 2048 is behind the log (F2).
  record Slot(int number) implements Found {

    public int byteOffset() {
      return number * EnergyLog.SLOT_BYTES;
    }
  }

  /// The search read behind the flash, and the processor stopped (F2).
  record BusFault() implements Found {}
}
