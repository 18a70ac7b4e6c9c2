package io.sockettwin.service.gateway;

import io.sockettwin.wire.SubDevice;

/// What a gateway is told about a sub-device (protocol section 18).
enum GatewayResult {
  OK(0),
  NOT_BOUND_TO_THIS_GATEWAY(-1),
  BAD_PARAMETER(801),
  UNKNOWN_DEVICE(802),
  BAD_SIGNATURE(803),
  METHOD_UNSUPPORTED(SubDevice.Result.METHOD_UNSUPPORTED),
  SIGNATURE_EXPIRED(805),
  BOUND_ELSEWHERE(806),
  CANNOT_BE_BOUND(807),
  FORBIDDEN(808),
  ALREADY_BOUND(809);

  private final int code;

  GatewayResult(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
