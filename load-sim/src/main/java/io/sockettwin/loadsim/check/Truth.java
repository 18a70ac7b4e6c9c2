package io.sockettwin.loadsim.check;

import io.sockettwin.socket.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one socket knows at the end of a run.
///
/// @param lastAcked what the service must show of it; null if it never took a report, or if nobody
///   knows whether it took a later one
/// @param copies of messages that the network made or the socket sent, each of which may be kept
/// @param worstNanos the longest wait for an answer
/// @param unanswered what the service never answered though the connection held
/// @param brokenRule what the socket did and never should; null if nothing
public record Truth(
    @Nullable Report lastAcked,
    int reportsSent,
    int reportsAcked,
    int copies,
    int trips,
    long worstNanos,
    List<String> unanswered,
    @Nullable String brokenRule) {
  public Truth {
    unanswered = List.copyOf(unanswered);
  }
}
