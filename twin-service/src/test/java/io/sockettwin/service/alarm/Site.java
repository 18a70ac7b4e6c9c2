package io.sockettwin.service.alarm;

import static io.sockettwin.service.Api.asOperator;

import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Sockets whose messages a test hands to the service as the broker would.
@Singleton
class Site {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Ingest ingest;
  private long sessions;

  Site(Ingest ingest) {
    this.ingest = ingest;
  }

  DeviceKey socket(String name) {
    asOperator()
        .body(Map.of("productId", Socket.PRODUCT, "name", name))
        .post("/api/devices")
        .then()
        .statusCode(201);
    return new DeviceKey(Socket.PRODUCT, name);
  }

  void connects(DeviceKey device, Instant at) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    ingest.accept(
        new SessionChange.Connected(device, ++sessions, "127.0.0.1", at),
        () -> done.complete(true));
    await(done);
  }

  void leaves(DeviceKey device, Instant at) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    ingest.accept(
        new SessionChange.Disconnected(device, sessions, SessionChange.Reason.LEFT, at),
        () -> done.complete(true));
    await(done);
  }

  void reports(DeviceKey device, String params, Instant receivedAt) {
    say(
        device,
        "property",
        "{\"method\":\"report\",\"clientToken\":\"r\",\"params\":" + params + "}",
        receivedAt);
  }

  void trips(DeviceKey device, Instant receivedAt) {
    say(device, "event", trip(0), receivedAt);
  }

  /// @param millis the device's time, 0 for none
  static String trip(long millis) {
    return "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
        + "\"type\":\"info\",\"timestamp\":"
        + millis
        + ",\"params\":{\"status\":1,\"message\":\"overcurrent\"}}";
  }

  void say(DeviceKey device, String subject, String payload, Instant receivedAt) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    ingest.accept(
        new Arrival(
            "$thing/up/" + subject + "/" + device,
            payload.getBytes(StandardCharsets.UTF_8),
            receivedAt,
            () -> done.complete(true)));
    await(done);
  }

  private static void await(CompletableFuture<Boolean> done) {
    var _ = done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// In the precision of the database.
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static ValidatableResponse alarms(DeviceKey device) {
    return asOperator()
        .queryParam("device", device.deviceName())
        .get("/api/alarms")
        .then()
        .statusCode(200);
  }

  static String flow(String body) {
    return asOperator().body(body).post("/api/flows").then().statusCode(201).extract().path("id");
  }

  /// A flow over one device, with these members.
  static String draft(String device, String rule) {
    return """
    {"productId":"HRDG3CKWWZ","name":{"en":"Test","zh":"测试"},"severity":"warning",
     "title":{"en":"$device: $reason","zh":"$device"},"text":{"en":"$voltage V","zh":"$voltage 伏"},
     "scope":{"devices":["%s"]},"mode":"live",%s}
    """
        .formatted(device, rule);
  }
}
