package io.sockettwin.service.energy;

import io.sockettwin.service.telemetry.Partitions;
import io.sockettwin.service.telemetry.StoredTemplates;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/// Counts energy in the transaction of the report that tells of it.
@Singleton
class EnergyCounter implements Participant {
  static final String NAME = "energy";

  private final StoredTemplates templates;
  private final Partitions partitions;

  EnergyCounter(StoredTemplates templates, Partitions partitions) {
    this.templates = templates;
    this.partitions = partitions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new EnergySide(own, templates, partitions);
  }
}
