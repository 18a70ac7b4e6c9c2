package io.sockettwin.service.twin;

import io.sockettwin.twin.TwinInput;
import io.sockettwin.wire.Topic;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Leads what comes from the broker to the lanes.
@Singleton
class Intake implements Ingest {
  private final Lanes lanes;
  private final TwinMetrics metrics;

  Intake(Lanes lanes, TwinMetrics metrics) {
    this.lanes = lanes;
    this.metrics = metrics;
  }

  @Override
  public void accept(Arrival arrival) {
    Optional<Topic> topic = Topic.parse(arrival.topic());
    if (topic.isEmpty()) {
      metrics.dropped("unknown topic");
      arrival.committed().run();
      return;
    }
    lanes.hand(new Job.Heard(topic.get().device(), arrival));
  }

  @Override
  public void accept(SessionChange change, Runnable committed) {
    switch (change) {
      case SessionChange.Connected(var device, long session, var address, var at) ->
          lanes.hand(new Job.Happened(device, new TwinInput.Connected(session), at, committed));
      case SessionChange.Disconnected(var device, long session, var reason, var at) ->
          lanes.hand(
              new Job.Happened(
                  device, new TwinInput.Disconnected(session, reason.text()), at, committed));
      case SessionChange.AllEnded(long session, var at) -> lanes.handAll(session, at, committed);
    }
  }
}
