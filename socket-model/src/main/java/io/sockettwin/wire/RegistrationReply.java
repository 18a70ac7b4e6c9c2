package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The answers to a registration, written by the cloud and read by a device (protocol sections 11.1
/// to 11.3). HTTP status is 200 either way.
public final class RegistrationReply {
  private RegistrationReply() {}

  public static byte[] granted(
      RegistrationDialect dialect, ProductSecret product, DeviceSecret device, String requestId) {
    // C cuts the secret out with a simple scanner, which needs this order and no blanks.
    String plaintext = "{\"encryptionType\":2,\"psk\":\"" + device.base64() + "\"}";
    int length = plaintext.getBytes(StandardCharsets.UTF_8).length;
    String payload = product.encrypt(plaintext);
    return switch (dialect) {
      case V1 ->
          Json.bytes(
              Json.object()
                  .put("code", 0)
                  .put("message", "success")
                  .put("len", length)
                  .put("payload", payload)
                  .put("requestId", requestId));
      case V2 -> {
        ObjectNode json = Json.object();
        json.putObject("Response")
            .put("Len", length)
            .put("Payload", payload)
            .put("RequestId", requestId);
        yield Json.bytes(json);
      }
    };
  }

  public static byte[] refused(
      RegistrationDialect dialect, RegistrationError error, String requestId) {
    return switch (dialect) {
      case V1 ->
          Json.bytes(
              Json.object()
                  .put("code", error.code())
                  .put("message", error.message())
                  .put("requestId", requestId));
      case V2 -> {
        ObjectNode json = Json.object();
        ObjectNode response = json.putObject("Response");
        response
            .putObject("Error")
            .put("Code", Integer.toString(error.code()))
            .put("Message", error.message());
        response.put("RequestId", requestId);
        yield Json.bytes(json);
      }
    };
  }

  /// The secret in a reply of either dialect; empty for a refusal or anything unreadable.
  public static Optional<DeviceSecret> read(byte[] reply, ProductSecret product) {
    ObjectNode json = reply.length > ProductSecret.MAX_PAYLOAD_LENGTH * 2 ? null : Json.read(reply);
    if (json == null || Json.integer(json, "code", 0) != 0) {
      return Optional.empty();
    }
    boolean older = json.has("payload");
    ObjectNode holder = older ? json : Json.object(json, "Response");
    String payload = Json.text(holder, older ? "payload" : "Payload");
    long length = Json.integer(holder, older ? "len" : "Len", -1);
    return product
        .decrypt(payload, Math.clamp(length, -1, Integer.MAX_VALUE))
        .flatMap(RegistrationReply::secret);
  }

  /// Why a reply of either dialect refuses; empty if it does not, or is something else.
  public static Optional<RegistrationError> refusal(byte[] reply) {
    ObjectNode json = reply.length > ProductSecret.MAX_PAYLOAD_LENGTH * 2 ? null : Json.read(reply);
    if (json == null) {
      return Optional.empty();
    }
    ObjectNode newer = Json.object(Json.object(json, "Response"), "Error");
    long code = Json.integer(newer, "Code", Json.integer(json, "code", 0));
    return RegistrationError.of(code);
  }

  private static Optional<DeviceSecret> secret(String plaintext) {
    ObjectNode json = Json.read(plaintext.getBytes(StandardCharsets.UTF_8));
    return json == null ? Optional.empty() : DeviceSecret.parse(Json.text(json, "psk"));
  }
}
