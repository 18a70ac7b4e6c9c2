package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinInput;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A piece of work for the lane of a device.
sealed interface Job {
  DeviceKey device();

  /// Bytes from a device, not yet decoded.
  record Heard(DeviceKey device, Arrival arrival) implements Job {}

  /// Something else happened to the device.
  record Happened(DeviceKey device, TwinInput input, Instant at, Runnable committed)
      implements Job {}

  /// Somebody wants a control, and waits for what became of it at first.
  record Wanted(
      DeviceKey device,
      TwinInput.ControlRequested request,
      Instant at,
      CompletableFuture<Optional<Control>> accepted)
      implements Job {}

  /// The device was changed or deleted; what is remembered of it may be wrong.
  record Forget(DeviceKey device) implements Job {}
}
