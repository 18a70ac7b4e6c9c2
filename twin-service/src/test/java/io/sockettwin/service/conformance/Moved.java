package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.LoginVerdict;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What was recorded of the socket's product, moved to a product that no other test needs: its id,
/// of the same length, is another wherever it stands. So what the clients signed is first found
/// right as it was recorded, then signed anew.
final class Moved {
  static final String PRODUCT = "REPLAYED01";

  private Moved() {}

  static String text(String recorded) {
    return recorded.replace(Registry.SOCKET, PRODUCT);
  }

  /// A login, given as it was recorded.
  static Credentials login(String clientId, String userName, String password) {
    LoginVerdict recorded =
        new Credentials(clientId, userName, password).verify(StockClient.SECRET, Instant.EPOCH);
    assertThat(recorded).isEqualTo(LoginVerdict.ACCEPTED);
    String method = password.substring(password.lastIndexOf(';') + 1);
    String signature = hex(method, StockClient.SECRET, text(userName));
    return new Credentials(text(clientId), text(userName), signature + ";" + method);
  }

  private static String hex(String method, DeviceSecret secret, String text) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.key(), method));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// A request for a secret: head and body.
  record Request(String head, String body) {
    byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /// A request for a secret, given as it was recorded.
  static Request registration(String head, String body, ProductSecret secret) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    RegistrationRequest recorded =
        head.startsWith("POST /register/dev ")
            ? RegistrationRequest.parseV1(bytes).orElseThrow()
            : RegistrationRequest.parseV2(
                    header(head, "Host"),
                    header(head, "X-TC-Algorithm"),
                    header(head, "X-TC-Timestamp"),
                    header(head, "X-TC-Nonce"),
                    header(head, "X-TC-Signature"),
                    bytes)
                .orElseThrow();
    assertThat(recorded.verify(secret)).as(body).isTrue();
    String signature = signedAnew(recorded, header(head, "Host"), secret).signature();
    return new Request(
        head.replace(recorded.signature(), signature),
        text(body).replace(recorded.signature(), signature));
  }

  private static RegistrationRequest signedAnew(
      RegistrationRequest recorded, String host, ProductSecret secret) {
    DeviceKey device = new DeviceKey(PRODUCT, recorded.device().deviceName());
    long at = recorded.timestampSeconds();
    long nonce = Long.parseLong(recorded.nonce());
    Hmac method = recorded.method();
    return switch (recorded.dialect()) {
      case V1 -> RegistrationRequest.signV1(device, secret, at, nonce);
      case V2 -> RegistrationRequest.signV2(device, secret, method, host, at, nonce);
    };
  }

  private static String header(String head, String name) {
    Matcher matcher = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(head);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(1);
  }
}
