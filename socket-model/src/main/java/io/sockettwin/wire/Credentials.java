package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What a device presents in MQTT CONNECT (protocol section 2.4). Over TLS-PSK it sends no
/// password: there the identity is the client id and the key that of the [DeviceSecret].
public record Credentials(String clientId, String userName, String password) {
  /// The application id of the vendor's documentation and Java client.
  public static final String APP_ID = "12010126";

  /// Sent by 32-bit devices, for a token that does not expire.
  public static final long NEVER = Integer.MAX_VALUE;

  /// Signs a login. The connection id is random, normally five alphanumerics.
  public static Credentials sign(
      DeviceKey device, DeviceSecret secret, Hmac method, String connectionId, long expirySeconds) {
    String userName = device.clientId() + ";" + APP_ID + ";" + connectionId + ";" + expirySeconds;
    String password = method.hex(secret.key(), userName) + ";" + method.id();
    return new Credentials(device.clientId(), userName, password);
  }

  /// Checks a login with a password. The signature covers the user name exactly as received.
  public LoginVerdict verify(DeviceSecret secret, Instant now) {
    LoginVerdict verdict = verifyWithoutPassword(now);
    return verdict == LoginVerdict.ACCEPTED && !passwordFits(secret)
        ? LoginVerdict.WRONG_PASSWORD
        : verdict;
  }

  /// Checks a login whose TLS session has already proved the secret. The caller compares the
  /// session's identity with the client id.
  public LoginVerdict verifyWithoutPassword(Instant now) {
    Optional<UserName> parsed = UserName.parse(userName);
    if (parsed.isEmpty()) {
      return LoginVerdict.MALFORMED_USER_NAME;
    }
    if (!parsed.get().device().clientId().equals(clientId)) {
      return LoginVerdict.CLIENT_ID_MISMATCH;
    }
    return parsed.get().expired(now) ? LoginVerdict.EXPIRED : LoginVerdict.ACCEPTED;
  }

  private boolean passwordFits(DeviceSecret secret) {
    int separator = password.lastIndexOf(';');
    if (separator < 0) {
      return false;
    }
    String hex = password.substring(0, separator).toLowerCase(Locale.ROOT);
    return Hmac.of(password.substring(separator + 1))
        .filter(method -> ConstantTime.equal(hex, method.hex(secret.key(), userName)))
        .isPresent();
  }

  @Override
  public String toString() {
    return "Credentials[" + clientId + ", hidden]";
  }
}
