package io.sockettwin.loadsim.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The limit of open files, which is also that of connections.
final class Descriptors {

  /// Jars, the REST client, the loops' own.
  private static final int OTHERS = 150;

  private Descriptors() {}

  static void require(int sockets) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      require(sockets, unix.getMaxFileDescriptorCount());
    }
  }

  static void require(int sockets, long limit) {
    if (sockets + OTHERS > limit) {
      throw new CannotRun(
          "%d sockets need %d open files, but this process may have %d: raise the limit (ulimit -n %d), or run several processes with fewer sockets each"
              .formatted(sockets, sockets + OTHERS, limit, sockets + OTHERS));
    }
  }
}
