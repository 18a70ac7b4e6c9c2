package io.sockettwin.agent.page;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One request and its answer.
record Exchange(HttpExchange http) {

  /// The longest message pairs a socket: four short fields.
  static final int MAX_BODY_BYTES = 4_096;

  private static final int MAX_DEPTH = 8;

  /// Everything comes from the agent itself, nothing is framed or sent elsewhere.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(64).build());
  }

  /// What a body turned out to be.
  sealed interface Body {
    record Json(ObjectNode json) implements Body {}

    record Unfit(Problem problem) implements Body {}
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  String method() {
    return http.getRequestMethod();
  }

  @Nullable String header(String name) {
    return http.getRequestHeaders().getFirst(name);
  }

  Body body() throws IOException {
    String type = header("Content-Type");
    if (type == null || !mediaType(type).equals("application/json")) {
      return new Body.Unfit(Problem.NOT_JSON_TYPE);
    }
    byte[] bytes = http.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      return new Body.Unfit(Problem.TOO_LARGE);
    }
    try {
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8)) instanceof ObjectNode json
          ? new Body.Json(json)
          : new Body.Unfit(Problem.NOT_JSON);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return new Body.Unfit(Problem.NOT_JSON);
    }
  }

  void send(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    OutputStream out = begin(status, type, method().equals("HEAD") ? -1 : bytes.length);
    if (!method().equals("HEAD")) {
      out.write(bytes);
    }
    out.close();
  }

  void send(Problem problem) throws IOException {
    send(problem, problem.json());
  }

  void send(Problem problem, ObjectNode json) throws IOException {
    if (problem == Problem.TOO_LARGE) {
      // What is left of it is not worth reading.
      http.getResponseHeaders().set("Connection", "close");
    }
    send(problem.status(), "application/problem+json", json.toString());
  }

  void sendMethodProblem(String allowed) throws IOException {
    http.getResponseHeaders().set("Allow", allowed);
    send(Problem.METHOD);
  }

  void sendNothing() throws IOException {
    begin(204, null, -1).close();
  }

  /// Begins an answer.
  ///
  /// @param length of the body: -1 for none, 0 for one of any length
  OutputStream begin(int status, @Nullable String type, long length) throws IOException {
    Headers headers = http.getResponseHeaders();
    if (type != null) {
      headers.set("Content-Type", type);
    }
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    http.sendResponseHeaders(status, length);
    return http.getResponseBody();
  }

  private static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
