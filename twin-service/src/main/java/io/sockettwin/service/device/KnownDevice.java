package io.sockettwin.service.device;

import io.sockettwin.service.device.DeviceLogin.Admitted;
import io.sockettwin.service.device.DeviceLogin.Refused;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.LoginVerdict;
import java.time.Instant;
import java.util.Locale;

/// What deciding about a login takes; small, since one is kept for each device that logs in.
record KnownDevice(DeviceKey key, DeviceSecret secret, boolean enabled, boolean activated) {
  static final int UNKNOWN_OR_DISABLED = 5;

  /// The password is checked first: only who has the secret learns that the device is disabled.
  DeviceLogin decide(Credentials credentials, Instant now) {
    LoginVerdict verdict = credentials.verify(secret, now);
    if (verdict != LoginVerdict.ACCEPTED) {
      return refused(verdict);
    }
    return enabled ? new Admitted(key) : new Refused(UNKNOWN_OR_DISABLED, "device disabled");
  }

  static Refused refused(LoginVerdict verdict) {
    return new Refused(
        verdict.connackCode(), verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
