package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.fleet.Make;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.wire.Hmac;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Reads what one part of a fleet is like.
final class Makes {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Map<String, Boolean> MACHINES =
      new TreeMap<>(Map.of("socket", false, "firmware", true));
  private static final Map<String, Hmac> SIGNATURES =
      new TreeMap<>(Map.of("sha1", Hmac.SHA1, "sha256", Hmac.SHA256));

  private Makes() {}

  /// Our own socket, as a device-agent has it.
  static Make usual() {
    return new Make(
        "socket",
        1,
        false,
        new Socket(SocketSettings.DEFAULT),
        SECOND,
        Duration.ofSeconds(30),
        1,
        Hmac.SHA256);
  }

  static Make read(Section in) {
    Make usual = usual();
    boolean firmware = in.oneOf("machine", MACHINES, false);
    Make make =
        new Make(
            in.text("name", firmware ? "firmware" : "socket"),
            in.share("share", 1),
            firmware,
            new Socket(settings(in)),
            in.duration("meter-every", SHORTEST, Make.LONGEST_METER_PERIOD, usual.meterEvery()),
            in.duration("keep-alive", SECOND, Duration.ofHours(1), usual.keepAlive()),
            (int) in.whole("qos", 0, 1, usual.qos()),
            in.oneOf("signature", SIGNATURES, usual.hmac()));
    in.end();
    return make;
  }

  private static SocketSettings settings(Section in) {
    SocketSettings settings = SocketSettings.DEFAULT;
    return new SocketSettings(
        settings.calibration(),
        settings.limits(),
        settings.handling(),
        settings.deadBands(),
        in.duration("heartbeat", SECOND, Duration.ofDays(1), settings.heartbeat()));
  }
}
