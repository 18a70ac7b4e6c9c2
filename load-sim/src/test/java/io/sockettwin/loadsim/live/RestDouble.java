package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The part of the service's REST interface that load-sim uses.
final class RestDouble implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ServiceDouble service;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger controls = new AtomicInteger();
  private final Map<String, DeviceKey> controlled = new ConcurrentHashMap<>();

  private record Answer(int status, JsonNode body) {}

  RestDouble(ServiceDouble service) throws IOException {
    this.service = service;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    boolean known =
        ("Bearer " + ServiceDouble.KEY)
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer =
        known
            ? answer(exchange, request.length == 0 ? NODES.objectNode() : JSON.readTree(request))
            : new Answer(401, NODES.objectNode().put("detail", "unknown access key"));
    byte[] body = answer.status() == 204 ? new byte[0] : bytes(answer.body());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] bytes(JsonNode body) throws IOException {
    return body.isTextual()
        ? body.textValue().getBytes(StandardCharsets.UTF_8)
        : JSON.writeValueAsBytes(body);
  }

  private Answer answer(HttpExchange exchange, JsonNode body) {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    return switch (exchange.getRequestMethod() + " " + path[2]) {
      case "GET products" -> products();
      case "POST production" -> create(body);
      case "GET production" -> new Answer(200, NODES.textNode(credentials()));
      case "POST devices" -> {
        service.devices.clear();
        yield new Answer(200, NODES.objectNode());
      }
      case "GET twins" -> twin(new DeviceKey(path[3], path[4]));
      case "PATCH twins" -> {
        String id = control(new DeviceKey(path[3], path[4]), body);
        yield new Answer(202, NODES.objectNode().put("id", id));
      }
      case "GET controls" -> stage(path[3]);
      case "POST channels" -> {
        service.alarms.receiver(URI.create(body.path("settings").path("url").asText()));
        yield new Answer(201, NODES.objectNode().put("id", "channel"));
      }
      case "POST flows" -> new Answer(201, NODES.objectNode().put("id", "flow"));
      case "GET alarms" -> new Answer(200, service.alarms.export());
      case "POST timers" -> new Answer(201, NODES.objectNode().put("id", service.timers.set(body)));
      case "GET timers" -> new Answer(200, service.timers.history(path[3]));
      case "DELETE timers" -> {
        service.timers.fired.remove(path[3]);
        yield new Answer(204, NODES.objectNode());
      }
      case "DELETE production", "DELETE flows", "DELETE channels" ->
          new Answer(204, NODES.objectNode());
      default -> new Answer(404, NODES.objectNode());
    };
  }

  private static Answer products() {
    ObjectNode body = NODES.objectNode();
    ObjectNode product = body.putArray("items").addObject().put("id", ServiceDouble.PRODUCT);
    product.putObject("template").putArray("properties").addObject().put("id", "power_switch");
    return new Answer(200, body);
  }

  private Answer create(JsonNode draft) {
    String product = draft.path("productId").asText();
    for (int number = 0; number < draft.path("count").asInt(); number++) {
      String name = draft.path("pattern").asText().replace("#####", "%05d".formatted(number));
      byte[] secret = new byte[DeviceSecret.LENGTH_BYTES];
      secret[0] = (byte) number;
      service.devices.put(new DeviceKey(product, name), DeviceSecret.of(secret));
    }
    return new Answer(201, NODES.objectNode().put("id", "batch"));
  }

  private String credentials() {
    return service.devices.entrySet().stream()
        .map(it ->
            it.getKey().productId()
                + " "
                + it.getKey().deviceName()
                + " "
                + it.getValue().base64()
                + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private Answer twin(DeviceKey device) {
    ObjectNode body = NODES.objectNode();
    ObjectNode reported = body.putObject("reported");
    synchronized (service) {
      service
          .cloud
          .reported(device)
          .forEach((id, value) -> reported.putObject(id).set("value", value));
    }
    return new Answer(200, body);
  }

  /// Switches a device, and tells what the control is called.
  String control(DeviceKey device, JsonNode values) {
    SequencedMap<String, Value> wanted = new LinkedHashMap<>();
    wanted.put("power_switch", new Value.Bool(values.path("power_switch").asInt() == 1));
    String id = "double-" + controls.incrementAndGet();
    controlled.put(id, device);
    synchronized (service) {
      var messages = service.cloud.control(device, id, wanted, Instant.now());
      MqttDouble session = service.sessions.get(device);
      if (session != null) {
        session.tell(messages);
      }
    }
    return id;
  }

  private Answer stage(String id) {
    synchronized (service) {
      boolean waits = service.cloud.waits(controlled.get(id), id);
      return new Answer(200, NODES.objectNode().put("stage", waits ? "SENT" : "APPLIED"));
    }
  }
}
