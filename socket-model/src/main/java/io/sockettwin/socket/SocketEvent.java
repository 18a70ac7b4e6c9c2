package io.sockettwin.socket;

/// What a socket tells of its own accord, besides how it is.
public sealed interface SocketEvent {

  /// Something about the whole socket: `status_report` of the data template.
  record StatusReport(boolean fault, String message) implements SocketEvent {}

  /// A part of it does not work: `hardware_fault` of the data template.
  record HardwareFault(String name, int errorCode) implements SocketEvent {}

  /// The protection has opened the relay. The original said "normal" here; its message is kept,
  /// because rules in the cloud look for it.
  StatusReport OVERCURRENT = new StatusReport(true, "overcurrent");

  /// The meter has gone silent, so neither readings nor protection can be relied on.
  HardwareFault METER_SILENT = new HardwareFault("meter", 1);
}
