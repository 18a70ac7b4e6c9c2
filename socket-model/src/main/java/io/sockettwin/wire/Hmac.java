package io.sockettwin.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two keyed digests of the protocol and the forms it writes them in (protocol section 19, item
/// 25: four different recipes).
public enum Hmac {
  SHA1("hmacsha1", "HmacSHA1"),
  SHA256("hmacsha256", "HmacSHA256");

  private final String id;
  private final String algorithm;

  Hmac(String id, String algorithm) {
    this.id = id;
    this.algorithm = algorithm;
  }

  /// The name on the wire.
  public String id() {
    return id;
  }

  public static Optional<Hmac> of(String id) {
    return switch (id) {
      case "hmacsha1" -> Optional.of(SHA1);
      case "hmacsha256" -> Optional.of(SHA256);
      default -> Optional.empty();
    };
  }

  byte[] digest(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  String hex(byte[] key, String text) {
    return HexFormat.of().formatHex(digest(key, text));
  }

  String base64(String key, String text) {
    return Base64.getEncoder().encodeToString(digest(key.getBytes(StandardCharsets.UTF_8), text));
  }
}
