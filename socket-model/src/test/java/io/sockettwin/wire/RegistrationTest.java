package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DeviceKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against the protocol's vectors (section 11).
class RegistrationTest {
  private static final ProductSecret PRODUCT =
      ProductSecret.parse("hzvf5LF9S0isvBhDSauWMaIk").orElseThrow();
  private static final ProductSecret WRONG =
      ProductSecret.parse("hzvf5LF9S0isvBhDSauWMaIK").orElseThrow();
  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final DeviceSecret A =
      DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();
  private static final String HOST = "ap-guangzhou.gateway.tencentdevices.com";
  private static final String V1_SIGNATURE =
      "MDZhOTI4Y2IxYzk1YmQyMTVlYmMyMzQ3NjY4YWU3ZWJhN2RlODIxYg==";
  private static final String PAYLOAD =
      "s6FB3a1BA/YYbcmSE12XpVGKB464kWlzk2e4J3nqvoZkV2EjqQJRuJ6g1jLqqsL70ZE2G7WODfU2Jesy0bgMGw==";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsAndSignsTheOlderDialect() {
    String body =
        "{\"deviceName\":\"socket001\",\"nonce\":1234567,\"productId\":\"HRDG3CKWWZ\","
            + "\"timestamp\":1600000000,\"signature\":\""
            + V1_SIGNATURE
            + "\"}";
    RegistrationRequest request = RegistrationRequest.parseV1(utf8(body)).orElseThrow();
    assertThat(request.verify(PRODUCT)).isTrue();
    assertThat(request.verify(WRONG)).isFalse();
    RegistrationRequest signed =
        RegistrationRequest.signV1(DEVICE, PRODUCT, 1_600_000_000, 1_234_567);
    assertThat(signed).isEqualTo(request);
    assertThat(signed.body()).asString().isEqualTo(body);
  }

  @Test
  void readsAndSignsTheNewerDialect() {
    byte[] body = utf8("{\"ProductId\":\"HRDG3CKWWZ\",\"DeviceName\":\"socket001\"}");
    String signature = "ukyr9W49j1ySMi/BUsLbpO/Ltkg2MzMqBODsvXLBKRU=";
    for (String host : new String[] {HOST, HOST + ":80"}) {
      assertThat(
              RegistrationRequest.parseV2(
                      host, "hmacsha256", "1600000000", "1234567", signature, body)
                  .orElseThrow()
                  .verify(PRODUCT))
          .isTrue();
    }
    assertThat(
            RegistrationRequest.parseV2(
                    "elsewhere", "hmacsha256", "1600000000", "1234567", signature, body)
                .orElseThrow()
                .verify(PRODUCT))
        .isFalse();
    RegistrationRequest signed =
        RegistrationRequest.signV2(DEVICE, PRODUCT, Hmac.SHA256, HOST, 1_600_000_000, 1_234_567);
    assertThat(signed.signature()).isEqualTo(signature);
    assertThat(signed.body()).isEqualTo(body);
    RegistrationRequest sha1 =
        RegistrationRequest.signV2(DEVICE, PRODUCT, Hmac.SHA1, "[::1]", 1_600_000_000, 1_234_567);
    assertThat(
            RegistrationRequest.parseV2(
                "[::1]:80", "hmacsha1", "1600000000", "1234567", sha1.signature(), sha1.body()))
        .contains(sha1);
  }

  @Test
  void refusesRequestsThatAreNone() {
    for (String body :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"nonce\":1,\"timestamp\":1}",
          "{\"deviceName\":\"a\",\"productId\":\"HRDG3CKWWZ\",\"nonce\":\"x\",\"timestamp\":1}",
          "{\"deviceName\":\"a\",\"productId\":\"HRDG3CKWWZ\",\"nonce\":1,\"timestamp\":-1}",
          " ".repeat(RegistrationRequest.MAX_BODY_BYTES) + "{}"
        }) {
      assertThat(RegistrationRequest.parseV1(utf8(body))).as(body).isEmpty();
      assertThat(RegistrationRequest.parseV2(HOST, "hmacsha256", "1", "1", "s", utf8(body)))
          .as(body)
          .isEmpty();
    }
    byte[] body = utf8("{\"ProductId\":\"HRDG3CKWWZ\",\"DeviceName\":\"socket001\"}");
    assertThat(RegistrationRequest.parseV2(HOST, "md5", "1", "1", "s", body)).isEmpty();
    assertThat(RegistrationRequest.parseV2(HOST, "hmacsha1", "now", "1", "s", body)).isEmpty();
    assertThat(RegistrationRequest.parseV2(HOST, "hmacsha1", "1", "9".repeat(19), "s", body))
        .isEmpty();
    assertThat(RegistrationRequest.parseV2(HOST, "hmacsha1", "", "1", "s", body)).isEmpty();
  }

  @Test
  void encryptsAndDecryptsTheVectors() {
    assertThat(PRODUCT.encrypt("{\"encryptionType\":2,\"psk\":\"AAECAwQFBgcICQoLDA0ODw==\"}"))
        .isEqualTo(PAYLOAD);
    assertThat(
            PRODUCT.decrypt(
                "s6FB3a1BA/YYbcmSE12XpeDVmQNDcf1QgVD141RRbmmAnFwQfp1ECAu5O016mCOvYlJJ6V59yM4OqQSiWphfTg==",
                53))
        .contains("{\"encryptionType\":2,\"psk\":\"lDZ6Uqt+I9E0wW7rvDUs7Q==\"}");
    assertThat(PRODUCT.decrypt("AAAA", 3)).isEmpty();
    assertThat(PRODUCT.decrypt("?", 3)).isEmpty();
    assertThat(PRODUCT.decrypt(PAYLOAD, 65)).isEmpty();
    assertThat(PRODUCT.decrypt(PAYLOAD, -1)).isEmpty();
    assertThat(PRODUCT.decrypt("A".repeat(ProductSecret.MAX_PAYLOAD_LENGTH + 1), 1)).isEmpty();
  }

  @Test
  void answersAsTheStockClientsExpect() {
    assertThat(RegistrationReply.granted(RegistrationDialect.V1, PRODUCT, A, "r"))
        .asString()
        .isEqualTo(
            "{\"code\":0,\"message\":\"success\",\"len\":53,\"payload\":\""
                + PAYLOAD
                + "\",\"requestId\":\"r\"}");
    assertThat(RegistrationReply.granted(RegistrationDialect.V2, PRODUCT, A, "r"))
        .asString()
        .isEqualTo(
            "{\"Response\":{\"Len\":53,\"Payload\":\"" + PAYLOAD + "\",\"RequestId\":\"r\"}}");
    assertThat(
            RegistrationReply.refused(RegistrationDialect.V1, RegistrationError.BAD_SIGNATURE, "r"))
        .asString()
        .isEqualTo("{\"code\":1010,\"message\":\"bad signature\",\"requestId\":\"r\"}");
    assertThat(
            RegistrationReply.refused(
                RegistrationDialect.V2, RegistrationError.ALREADY_ACTIVATED, "r"))
        .asString()
        .isEqualTo(
            "{\"Response\":{\"Error\":{\"Code\":\"1021\",\"Message\":\"already activated\"},"
                + "\"RequestId\":\"r\"}}");
  }

  @ParameterizedTest
  @EnumSource
  void readsTheSecretOutOfTheAnswer(RegistrationDialect dialect) {
    byte[] granted = RegistrationReply.granted(dialect, PRODUCT, A, "r");
    assertThat(RegistrationReply.read(granted, PRODUCT)).contains(A);
    assertThat(RegistrationReply.read(granted, ProductSecret.parse("x".repeat(20)).orElseThrow()))
        .isEmpty();
    byte[] refused = RegistrationReply.refused(dialect, RegistrationError.INTERNAL, "r");
    assertThat(RegistrationReply.read(refused, PRODUCT)).isEmpty();
    assertThat(RegistrationReply.read(utf8("nonsense"), PRODUCT)).isEmpty();
    assertThat(RegistrationReply.read(new byte[40_000], PRODUCT)).isEmpty();
  }

  @Test
  void takesOnlyProductSecretsThatCanBeKeys() {
    assertThat(ProductSecret.parse("fifteen--------")).isEqualTo(Optional.empty());
    assertThat(ProductSecret.parse("x".repeat(33))).isEmpty();
    assertThat(ProductSecret.parse("sixteen with blanks")).isEmpty();
    assertThat(PRODUCT).hasToString("ProductSecret[hidden]").isNotEqualTo(WRONG).isNotEqualTo("x");
    assertThat(PRODUCT)
        .isEqualTo(ProductSecret.parse(PRODUCT.text()).orElseThrow())
        .hasSameHashCodeAs(ProductSecret.parse(PRODUCT.text()).orElseThrow());
  }
}
