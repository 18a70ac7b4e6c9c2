package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;

/// A sub-device's signature under its own secret, by which a gateway may bind it (protocol section
/// 9). The key is the secret's Base64 text, not decoded, unlike in an MQTT password.
///
/// @param method the id of an [Hmac], or whatever the gateway names instead
public record BindingProof(long random, long timestampSeconds, String method, String signature) {

  public static BindingProof sign(
      DeviceKey device, DeviceSecret secret, long random, long timestampSeconds) {
    return new BindingProof(
        random,
        timestampSeconds,
        Hmac.SHA1.id(),
        signature(device, secret, random, timestampSeconds, Hmac.SHA1));
  }

  /// Whether its method is one that can be checked.
  public boolean isSupported() {
    return Hmac.of(method).isPresent();
  }

  public boolean verify(DeviceKey device, DeviceSecret secret) {
    return Hmac.of(method)
        .map(hmac -> signature(device, secret, random, timestampSeconds, hmac))
        .filter(right -> ConstantTime.equal(signature, right))
        .isPresent();
  }

  private static String signature(
      DeviceKey device, DeviceSecret secret, long random, long timestampSeconds, Hmac method) {
    String text = device.productId() + device.deviceName() + ";" + random + ";" + timestampSeconds;
    return method.base64(secret.base64(), text);
  }

  @Override
  public String toString() {
    return "BindingProof[" + random + ", " + timestampSeconds + "]";
  }
}
