package io.sockettwin.socket;

/// What a socket tells of its own accord, besides how it is.
public sealed interface SocketEvent {

  /// Something about the whole socket: `status_report` of the data template.
  record StatusReport(boolean fault, String message) implements SocketEvent {}

  /// A part of it does not work: `hardware_fault` of the data template.
  record HardwareFault(String name, int errorCode) implements SocketEvent {}

  /// The mains are low: `low_voltage` of the data template.
  record LowVoltage(int millivolts) implements SocketEvent {}

  /// The protection has opened the relay. The original said "normal" here; its message is kept,
  /// because rules in the cloud look for it.
  StatusReport OVERCURRENT = new StatusReport(true, "overcurrent");

  /// The meter has gone silent, so neither readings nor protection can be relied on.
  HardwareFault METER_SILENT = new HardwareFault("meter", 1);

  /// Current flows though the relay should be open: its contacts are welded.
  HardwareFault RELAY_STUCK = new HardwareFault("relay", 2);

  /// The meter disowns its own parameters, so nothing it says can be relied on.
  HardwareFault METER_UNCALIBRATED = new HardwareFault("meter", 3);

  /// What must survive a loss of power cannot be stored.
  HardwareFault STORAGE_FAILING = new HardwareFault("storage", 4);
}
