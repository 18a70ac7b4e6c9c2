package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;
import org.jspecify.annotations.Nullable;

/// A device behind a gateway, with the proof of its secret when it is to be bound.
public record SubDevice(DeviceKey device, @Nullable BindingProof proof) {

  /// What the cloud answers for one sub-device; result codes are those of protocol section 18.
  public record Result(DeviceKey device, int result) {
    public static final int METHOD_UNSUPPORTED = 804;
  }
}
