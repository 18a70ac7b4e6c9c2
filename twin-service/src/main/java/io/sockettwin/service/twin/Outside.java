package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Message;
import java.time.Duration;

/// What lanes need of the rest of the service.
interface Outside extends Templates {
  void send(DeviceKey device, Message.Down message);

  /// Runs it; what it sends and acknowledges leaves together at its end.
  void together(Runnable sends);

  void changed(DeviceKey device, TwinState state);

  /// After how long without a report a connected device counts as silent.
  Duration silence();
}
