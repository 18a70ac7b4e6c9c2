package io.sockettwin.service.alarm;

import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/// Flows run inside the lanes.
@Singleton
final class FlowParticipant implements Participant {
  static final String NAME = "flows";

  private final RunningFlows flows;
  private final AlarmWriter writer;

  FlowParticipant(RunningFlows flows, AlarmWriter writer) {
    this.flows = flows;
    this.writer = writer;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new FlowSide(flows, writer, own);
  }
}
