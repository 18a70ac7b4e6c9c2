package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attempt at a lane's transaction, as one participant sees it.
public interface LaneTransaction {

  /// Inputs that follow from one job, of all participants together; what is beyond is dropped and
  /// counted, so that rules which answer each other come to an end.
  int MAX_FOLLOWING = 16;

  /// To read and to write with. Committing, rolling back and closing are the lane's business.
  Connection connection();

  /// Runs the effect on the lane's thread once the commit stands, after those added before. It must
  /// be quick; if it throws, that is logged and nothing else.
  void afterCommit(Runnable effect);

  /// Once the commit stands, the participant is to be woken for the device at this moment, which
  /// replaces the one it had asked for before.
  ///
  /// @param at null for never
  void wakeAt(DeviceKey device, @Nullable Instant at);

  /// Lets this happen to the device that is being told of, in the same transaction and at the same
  /// moment, after everybody was told. Only within [Participant.Side#advanced] and
  /// [Participant.Side#woken].
  void follow(TwinInput input);
}
