package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A device asking for its secret by the product secret, in either dialect (protocol section 11).
public record RegistrationRequest(
    RegistrationDialect dialect,
    DeviceKey device,
    long timestampSeconds,
    String nonce,
    Hmac method,
    String textToSign,
    String signature) {
  public static final int MAX_BODY_BYTES = 4096;

  /// The older dialect, signed by C: everything is in the body, whose Content-Type lies.
  public static RegistrationRequest signV1(
      DeviceKey device, ProductSecret secret, long timestampSeconds, long nonce) {
    String text = textV1(device, timestampSeconds, Long.toString(nonce));
    return new RegistrationRequest(
        RegistrationDialect.V1,
        device,
        timestampSeconds,
        Long.toString(nonce),
        Hmac.SHA1,
        text,
        signature(RegistrationDialect.V1, Hmac.SHA1, secret, text));
  }

  public static Optional<RegistrationRequest> parseV1(byte[] body) {
    ObjectNode json = body.length > MAX_BODY_BYTES ? null : Json.read(body);
    if (json == null || !json.has("nonce") || !json.has("timestamp")) {
      return Optional.empty();
    }
    long timestampSeconds = Json.integer(json, "timestamp", -1);
    long nonce = Json.integer(json, "nonce", -1);
    String signature = Json.text(json, "signature");
    return timestampSeconds < 0 || nonce < 0
        ? Optional.empty()
        : DeviceKey.of(Json.text(json, "productId"), Json.text(json, "deviceName"))
            .map(device -> {
              String text = textV1(device, timestampSeconds, Long.toString(nonce));
              return new RegistrationRequest(
                  RegistrationDialect.V1,
                  device,
                  timestampSeconds,
                  Long.toString(nonce),
                  Hmac.SHA1,
                  text,
                  signature);
            });
  }

  /// The newer dialect, of Java and Python: the signature is in headers and covers the host that
  /// was dialled and the exact body.
  public static RegistrationRequest signV2(
      DeviceKey device,
      ProductSecret secret,
      Hmac method,
      String host,
      long timestampSeconds,
      long nonce) {
    String text =
        textV2(
            method.id(),
            host,
            Long.toString(timestampSeconds),
            Long.toString(nonce),
            bodyV2(device));
    return new RegistrationRequest(
        RegistrationDialect.V2,
        device,
        timestampSeconds,
        Long.toString(nonce),
        method,
        text,
        signature(RegistrationDialect.V2, method, secret, text));
  }

  /// Reads a request from its `Host` and `X-TC-` headers and its body.
  public static Optional<RegistrationRequest> parseV2(
      String host,
      String algorithm,
      String timestamp,
      String nonce,
      String signature,
      byte[] body) {
    Optional<Hmac> method = Hmac.of(algorithm);
    ObjectNode json = body.length > MAX_BODY_BYTES ? null : Json.read(body);
    if (method.isEmpty() || json == null || !isNumber(timestamp) || !isNumber(nonce)) {
      return Optional.empty();
    }
    String text = textV2(algorithm, host, timestamp, nonce, body);
    return DeviceKey.of(Json.text(json, "ProductId"), Json.text(json, "DeviceName"))
        .map(device ->
            new RegistrationRequest(
                RegistrationDialect.V2,
                device,
                Long.parseLong(timestamp),
                nonce,
                method.get(),
                text,
                signature));
  }

  public boolean verify(ProductSecret secret) {
    return ConstantTime.equal(signature, signature(dialect, method, secret, textToSign));
  }

  /// What the device posts.
  public byte[] body() {
    return switch (dialect) {
      case V1 ->
          Json.bytes(
              Json.object()
                  .put("deviceName", device.deviceName())
                  .put("nonce", Long.parseLong(nonce))
                  .put("productId", device.productId())
                  .put("timestamp", timestampSeconds)
                  .put("signature", signature));
      case V2 -> bodyV2(device);
    };
  }

  private static byte[] bodyV2(DeviceKey device) {
    return Json.bytes(
        Json.object().put("ProductId", device.productId()).put("DeviceName", device.deviceName()));
  }

  private static String textV1(DeviceKey device, long timestampSeconds, String nonce) {
    return "deviceName="
        + device.deviceName()
        + "&nonce="
        + nonce
        + "&productId="
        + device.productId()
        + "&timestamp="
        + timestampSeconds;
  }

  private static String textV2(
      String algorithm, String host, String timestamp, String nonce, byte[] body) {
    return String.join(
        "\n",
        "POST",
        withoutPort(host),
        RegistrationDialect.V2.path(),
        "",
        algorithm,
        timestamp,
        nonce,
        sha256Hex(body));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean insideBrackets = colon >= 0 && host.indexOf(']', colon) >= 0;
    return colon < 0 || insideBrackets ? host : host.substring(0, colon);
  }

  /// One dialect encodes the digest's hex text, the other the raw digest (protocol section 19, item
  /// 25).
  private static String signature(
      RegistrationDialect dialect, Hmac method, ProductSecret secret, String text) {
    return switch (dialect) {
      case V1 -> {
        byte[] key = secret.text().getBytes(StandardCharsets.UTF_8);
        byte[] hex = method.hex(key, text).getBytes(StandardCharsets.US_ASCII);
        yield Base64.getEncoder().encodeToString(hex);
      }
      case V2 -> method.base64(secret.text(), text);
    };
  }

  private static String sha256Hex(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
