package io.sockettwin.service.firmware;

/// How far an update has come.
enum FirmwareState {
  /// Waits for the device to connect and tell its version.
  ORDERED,
  SENT,
  DOWNLOADING,
  BURNING,
  /// The device says so, or runs the version.
  DONE,
  FAILED;

  boolean isLast() {
    return this == DONE || this == FAILED;
  }
}
