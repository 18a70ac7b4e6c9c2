package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinInput;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A piece of work for a lane.
sealed interface Job {

  /// Work for the lane of this device.
  sealed interface OfDevice extends Job {
    DeviceKey device();
  }

  /// Bytes from a device, not yet decoded.
  record Heard(DeviceKey device, Arrival arrival) implements OfDevice {}

  /// Something else happened to the device.
  record Happened(DeviceKey device, TwinInput input, Instant at, Runnable committed)
      implements OfDevice {}

  /// Somebody wants a control, and waits for what became of it at first; a completed wait means
  /// that nobody wants it any more.
  record Wanted(
      DeviceKey device,
      TwinInput.ControlRequested request,
      Instant at,
      CompletableFuture<Optional<Control>> accepted)
      implements OfDevice {}

  /// A participant is to be woken for the device.
  ///
  /// @param participant its name
  record Woken(DeviceKey device, String participant, Instant at) implements OfDevice {}

  /// The device was changed or deleted; what is remembered of it may be wrong.
  record Forget(DeviceKey device) implements OfDevice {}

  /// The broker started anew: all sessions of the lane's devices with a smaller number are over.
  record SessionsLost(long before, Instant at, Runnable committed) implements Job {}
}
