package io.sockettwin.service.twin;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;

/// How twins are kept.
@ConfigMapping(prefix = "sockettwin.twin")
@Unremovable
public interface TwinConfig {
  /// Threads, each with the devices that fall to it; 1 to 64.
  @WithDefault("2")
  @WithConverter(AtLeastOne.class)
  int lanes();

  /// The least time from one batch of a lane to the next, of which a busy lane makes use to gather;
  /// a lane that was idle starts at once. 0 for none.
  @WithDefault("10ms")
  Duration batchWindow();

  /// How long a control waits for its device when the request does not say.
  @WithDefault("1h")
  Duration controlExpiry();

  /// After how long without a report a connected device counts as silent; 0 for never.
  @WithDefault("10s")
  Duration silence();

  /// Messages to one device in a second (protocol section 2.8).
  @WithDefault("50")
  @WithConverter(AtLeastOne.class)
  int messagesPerSecondToADevice();
}
