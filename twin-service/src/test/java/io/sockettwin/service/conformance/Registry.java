package io.sockettwin.service.conformance;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.Api;
import io.sockettwin.thing.DeviceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Products and devices for these tests, by REST.
final class Registry {
  static final String SOCKET = "HRDG3CKWWZ";

  private static final AtomicInteger LAST = new AtomicInteger();

  private Registry() {}

  /// A socket that nobody else uses.
  static DeviceKey socket() {
    return device(SOCKET, "conform-" + LAST.incrementAndGet());
  }

  static DeviceKey device(String productId, String name) {
    Api.asOperator()
        .body(Map.of("productId", productId, "name", name, "secret", StockClient.SECRET.base64()))
        .post("/api/devices")
        .then()
        .statusCode(201);
    return new DeviceKey(productId, name);
  }

  /// This device, created when it does not exist.
  static DeviceKey ensure(String productId, String name, String secret) {
    Api.asOperator()
        .body(Map.of("productId", productId, "name", name, "secret", secret))
        .post("/api/devices")
        .then()
        .statusCode(anyOf(is(201), is(409)));
    return new DeviceKey(productId, name);
  }

  static ValidatableResponse control(String id) {
    return Api.asOperator().get("/api/controls/" + id).then().statusCode(200);
  }

  /// A product with a template of these test resources, unless it exists.
  static void product(String id, String resource, String registration, String secret) {
    productOf(id, resource(resource), registration, secret);
  }

  /// A product with this template, unless it exists.
  static void productOf(String id, String template, String registration, String secret) {
    if (Api.asOperator().get("/api/products/" + id).statusCode() == 200) {
      return;
    }
    String body =
        """
        {"id":"%s","name":{"en":"Test","zh":"Test"},"template":%s,"registration":"%s","secret":"%s"}\
        """
            .formatted(id, template, registration, secret);
    Api.asOperator().body(body).post("/api/products").then().statusCode(201);
  }

  static String resource(String name) {
    try (var in = Registry.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ValidatableResponse twin(DeviceKey device) {
    return Api.asOperator().get("/api/twins/" + device).then().statusCode(200);
  }

  /// The id of the control.
  static String desire(DeviceKey device, String values) {
    return Api.asOperator()
        .contentType(ContentType.JSON)
        .body(values)
        .patch("/api/twins/" + device + "/desired")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }
}
