package io.sockettwin.service.alarm;

import io.sockettwin.flow.FlowInput;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Where the past is read.
interface Recorded {

  /// Takes inputs in the order of their receipt, until it has enough.
  interface Taker {
    /// Takes the next one.
    ///
    /// @return whether more is wanted
    boolean take(FlowInput input, Instant receivedAt);
  }

  /// What was received of the device in this time, after whether it was connected before.
  void read(
      Connection connection,
      DeviceKey device,
      DataTemplate template,
      Instant from,
      Instant until,
      Taker taker)
      throws SQLException;
}
