package io.sockettwin.service.tls;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.LoginVerdict;
import java.time.Instant;
import java.util.OptionalInt;

/// The device at the other end of a session with a pre-shared key. Fired through the pipeline when
/// the handshake has proved it.
record Identity(DeviceKey device, DeviceSecret secret) {

  /// The CONNACK code for a CONNECT that is not this device's. A user name may be missing, a
  /// password may be anything: the session has proved the key (protocol section 2.2).
  OptionalInt refusal(ConnectPacket connect, Instant now) {
    if (!connect.clientId().equals(device.clientId())) {
      return OptionalInt.of(Connack.CLIENT_ID);
    }
    if (connect.userName() == null) {
      return OptionalInt.empty();
    }
    LoginVerdict verdict =
        new Credentials(connect.clientId(), connect.userName(), "").verifyWithoutPassword(now);
    return verdict == LoginVerdict.ACCEPTED
        ? OptionalInt.empty()
        : OptionalInt.of(verdict.connackCode());
  }

  /// What the broker gets to see instead: a login like that of a client without TLS.
  Credentials login(String connectionId, Instant now) {
    long expiry = now.plus(Limits.LOGIN_LIFE).getEpochSecond();
    return Credentials.sign(device, secret, Hmac.SHA256, connectionId, expiry);
  }
}
