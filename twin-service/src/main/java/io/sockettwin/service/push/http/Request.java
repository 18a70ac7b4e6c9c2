package io.sockettwin.service.push.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A POST to somewhere outside.
@SuppressWarnings("ArrayRecordComponent") // not compared
public record Request(URI uri, Map<String, String> headers, byte[] body) {
  public Request {
    headers = Map.copyOf(headers);
  }

  public static Request json(URI uri, Map<String, String> headers, String body) {
    return new Request(uri, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Without headers and query, where secrets are.
  @Override
  public String toString() {
    return "Request[" + uri.getHost() + "]";
  }
}
