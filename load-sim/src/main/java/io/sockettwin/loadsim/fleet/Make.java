package io.sockettwin.loadsim.fleet;

import io.sockettwin.socket.Socket;
import io.sockettwin.wire.Hmac;
import java.time.Duration;

/// What the sockets of one part of a fleet are like.
///
/// @param share of the fleet, from 0 to 1
/// @param socket the rules of our own machine, also where the original's runs in its place
/// @param meterEvery how often the meter is read while nothing changes
/// @param qos of what the sockets publish
public record Make(
    String name,
    double share,
    boolean firmware,
    Socket socket,
    Duration meterEvery,
    Duration keepAlive,
    int qos,
    Hmac hmac) {

  /// A reading expires after three seconds; the next must have come by then.
  public static final Duration LONGEST_METER_PERIOD = Duration.ofMillis(2_900);
}
