package io.sockettwin.service.trace;

import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import java.time.Instant;

/// Something that passed by, not yet looked into.
sealed interface Overheard {
  DeviceKey device();

  @SuppressWarnings("ArrayRecordComponent") // not compared, and copying 64 KB would be waste
  record Up(Topic topic, byte[] payload, Instant at) implements Overheard {
    @Override
    public DeviceKey device() {
      return topic.device();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // as above
  record Down(Topic topic, byte[] payload, Instant at) implements Overheard {
    @Override
    public DeviceKey device() {
      return topic.device();
    }
  }

  record Came(SessionChange.Connected change) implements Overheard {
    @Override
    public DeviceKey device() {
      return change.device();
    }
  }

  record Went(SessionChange.Disconnected change) implements Overheard {
    @Override
    public DeviceKey device() {
      return change.device();
    }
  }
}
