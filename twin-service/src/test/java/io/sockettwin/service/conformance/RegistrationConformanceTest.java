package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationDialect;
import io.sockettwin.wire.RegistrationReply;
import io.sockettwin.wire.RegistrationRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Section 20, "both registration dialects" and "vectors 11", over bytes as stock clients send
/// them.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class RegistrationConformanceTest {
  private static final String SECRET = "hzvf5LF9S0isvBhDSauWMaIk";
  private static final ProductSecret PRODUCT_SECRET = ProductSecret.parse(SECRET).orElseThrow();
  private static final String AUTO = "REGISTER01";
  private static final String PRE_CREATED = "REGISTER02";
  private static final String DISABLED = "REGISTER03";
  private static final AtomicLong NONCE = new AtomicLong(1_000_000);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource URI http;
  @Inject BrokerPort port;

  @BeforeEach
  void products() {
    Registry.product(AUTO, "/conformance-template.json", "auto-create", SECRET);
    Registry.product(PRE_CREATED, "/conformance-template.json", "pre-created", SECRET);
    Registry.product(DISABLED, "/conformance-template.json", "disabled", SECRET);
  }

  /// As the C client asks: a Content-Type that lies and an Accept that no parser takes.
  private byte[] v1(byte[] body) {
    return post(
        """
        POST /register/dev HTTP/1.1
        Host: gateway.tencentdevices.com
        Accept: text/xml,application/json;*/*
        Content-Length: %d
        Content-Type: application/x-www-form-urlencoded
        """,
        body);
  }

  private byte[] v2(String host, RegistrationRequest request) {
    return post(
        """
        POST /device/register HTTP/1.1
        Accept-Encoding: identity
        Content-Length: %%d
        Host: %s
        Content-Type: application/json; charset=utf-8
        X-Tc-Algorithm: %s
        X-Tc-Timestamp: %d
        X-Tc-Nonce: %s
        X-Tc-Signature: %s
        """
            .formatted(
                host,
                request.method().id(),
                request.timestampSeconds(),
                request.nonce(),
                request.signature()),
        request.body());
  }

  private byte[] post(String headers, byte[] body) {
    return RawHttp.post(http, headers.formatted(body.length), body);
  }

  private byte[] register(RegistrationDialect dialect, DeviceKey device) {
    return register(dialect, device, PRODUCT_SECRET);
  }

  private byte[] register(RegistrationDialect dialect, DeviceKey device, ProductSecret secret) {
    long now = Instant.now().getEpochSecond();
    long nonce = NONCE.incrementAndGet();
    return switch (dialect) {
      case V1 -> v1(RegistrationRequest.signV1(device, secret, now, nonce).body());
      case V2 ->
          v2(
              "gateway.example.org:8080",
              RegistrationRequest.signV2(
                  device, secret, Hmac.SHA256, "gateway.example.org", now, nonce));
    };
  }

  private static int code(RegistrationDialect dialect, byte[] reply) {
    try {
      JsonNode json = JSON.readTree(reply);
      return switch (dialect) {
        case V1 -> json.path("code").asInt(-1);
        case V2 -> json.at("/Response/Error/Code").asInt(0);
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DeviceSecret secret(byte[] reply) {
    return RegistrationReply.read(reply, PRODUCT_SECRET)
        .orElseThrow(() -> new AssertionError(new String(reply, StandardCharsets.UTF_8)));
  }

  private int connect(DeviceKey device, DeviceSecret secret) {
    Credentials login = Credentials.sign(device, secret, Hmac.SHA1, "abcde", Integer.MAX_VALUE);
    try (StockClient client = StockClient.open(Level.V3_1_1, port.number())) {
      return client.connect(login.clientId(), login.userName(), login.password());
    }
  }

  @ParameterizedTest
  @EnumSource(RegistrationDialect.class)
  void bothRegistrationDialects(RegistrationDialect dialect) {
    DeviceKey device = new DeviceKey(AUTO, "new-" + dialect);
    byte[] first = register(dialect, device);
    byte[] second = register(dialect, device);
    assertThat(secret(second)).as("a new secret each time").isNotEqualTo(secret(first));
    assertThat(connect(device, secret(first))).isEqualTo(4);
    assertThat(connect(device, secret(second))).isZero();
    assertThat(code(dialect, register(dialect, device))).as("already activated").isEqualTo(1021);
    Api.asOperator().delete("/api/devices/" + device + "/activation").then().statusCode(204);
    assertThat(code(dialect, register(dialect, device))).isZero();
  }

  @ParameterizedTest
  @EnumSource(RegistrationDialect.class)
  void onlyKnownNamesWhenPreCreated(RegistrationDialect dialect) {
    DeviceKey device = new DeviceKey(PRE_CREATED, "pre-" + dialect);
    assertThat(code(dialect, register(dialect, device))).isEqualTo(1020);
    Api.asOperator()
        .body(Map.of("productId", device.productId(), "name", device.deviceName()))
        .post("/api/devices");
    DeviceSecret secret = secret(register(dialect, device));
    assertThat(connect(device, secret)).isZero();
  }

  @ParameterizedTest
  @EnumSource(RegistrationDialect.class)
  void everyRefusalHasItsCode(RegistrationDialect dialect) {
    ProductSecret wrong = ProductSecret.parse("not-the-secret-of-it").orElseThrow();
    DeviceKey device = new DeviceKey(AUTO, "refused");
    assertThat(code(dialect, register(dialect, device, wrong))).isEqualTo(1010);
    DeviceKey disabled = new DeviceKey(DISABLED, "refused");
    assertThat(code(dialect, register(dialect, disabled))).isEqualTo(1011);
    assertThat(code(dialect, register(dialect, disabled, wrong)))
        .as("whoever has no secret does not learn that")
        .isEqualTo(1010);
    assertThat(code(dialect, register(dialect, new DeviceKey("NOSUCHPROD", "x")))).isEqualTo(1004);
    Api.asOperator().get("/api/devices/" + device).then().statusCode(404);
  }

  /// Not those that somebody else created, however many they are.
  @ParameterizedTest
  @EnumSource(RegistrationDialect.class)
  void onlySoManyDevicesOfAProductCreateThemselves(RegistrationDialect dialect) {
    String product = "LIMITED0" + dialect;
    Registry.product(product, "/conformance-template.json", "auto-create", SECRET);
    Api.asOperator()
        .body("{\"registrationLimit\":1}")
        .patch("/api/products/" + product)
        .then()
        .statusCode(200);
    Registry.device(product, "made-1");
    Registry.device(product, "made-2");
    DeviceKey first = new DeviceKey(product, "first");
    assertThat(code(dialect, register(dialect, first))).isZero();
    assertThat(code(dialect, register(dialect, first))).as("it is there already").isZero();
    DeviceKey second = new DeviceKey(product, "second");
    assertThat(code(dialect, register(dialect, second))).isEqualTo(1031);
    Api.asOperator().get("/api/devices/" + second).then().statusCode(404);
    Api.asOperator().delete("/api/devices/" + first).then().statusCode(204);
    assertThat(code(dialect, register(dialect, second))).isZero();
  }

  @Test
  void whatIsNoRequestIsABadParameter() {
    assertThat(code(RegistrationDialect.V1, v1("no JSON".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(1006);
    assertThat(code(RegistrationDialect.V1, v1(new byte[0]))).isEqualTo(1006);
    assertThat(code(RegistrationDialect.V1, v1(new byte[100_000]))).isEqualTo(1006);
  }

  @Test
  void aRepeatedRequestChangesNothing() {
    DeviceKey device = new DeviceKey(AUTO, "repeats");
    byte[] request = RegistrationRequest.signV1(device, PRODUCT_SECRET, 1_600_000_000, 7).body();
    DeviceSecret secret = secret(v1(request));
    assertThat(secret(v1(request))).isEqualTo(secret);
    assertThat(connect(device, secret)).isZero();
    assertThat(code(RegistrationDialect.V1, v1(request))).isEqualTo(1021);
  }

  @Test
  void disabledDeviceGetsNone() {
    DeviceKey device = new DeviceKey(AUTO, "locked");
    secret(register(RegistrationDialect.V1, device));
    Api.asOperator()
        .body("{\"enabled\":false}")
        .patch("/api/devices/" + device)
        .then()
        .statusCode(200);
    assertThat(code(RegistrationDialect.V1, register(RegistrationDialect.V1, device)))
        .isEqualTo(1011);
  }

  @Test
  void resetOfAnUnknownDeviceIsAProblem() {
    Api.asOperator()
        .delete("/api/devices/" + AUTO + "/nobody/activation")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }
}
