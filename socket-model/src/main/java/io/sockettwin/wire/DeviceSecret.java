package io.sockettwin.wire;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The key a device shares with the cloud. Never shown: `toString` hides it.
public final class DeviceSecret {
  /// Other SDKs hold up to 64 characters; the socket firmware 24 (protocol section 1).
  public static final int MAX_LENGTH = 64;

  /// What the socket firmware can hold.
  public static final int LENGTH_BYTES = 16;

  private final String base64;
  private final byte[] key;

  private DeviceSecret(String base64, byte[] key) {
    this.base64 = base64;
    this.key = key;
  }

  /// Reads the Base64 text a device carries.
  public static Optional<DeviceSecret> parse(String base64) {
    if (base64.isEmpty() || base64.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      return key.length == 0 ? Optional.empty() : Optional.of(new DeviceSecret(base64, key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A new secret from random bytes the caller drew.
  public static DeviceSecret of(byte[] key) {
    if (key.length == 0 || key.length > MAX_LENGTH / 4 * 3) {
      throw new IllegalArgumentException("a secret of " + key.length + " bytes");
    }
    return new DeviceSecret(Base64.getEncoder().encodeToString(key), key.clone());
  }

  /// The text; gateways sign with it undecoded.
  public String base64() {
    return base64;
  }

  /// The TLS pre-shared key, also the key of the MQTT password.
  public byte[] key() {
    return key.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceSecret secret && MessageDigest.isEqual(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "DeviceSecret[hidden]";
  }
}
