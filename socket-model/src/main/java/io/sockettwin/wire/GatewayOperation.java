package io.sockettwin.wire;

/// What a gateway asks for its sub-devices (protocol section 9).
public enum GatewayOperation {
  ONLINE,
  OFFLINE,
  BIND,
  UNBIND,
  DESCRIBE_SUB_DEVICES
}
