package io.sockettwin.service.push.http;

import java.util.Map;
import java.util.Optional;

/// What became of a [Request].
public sealed interface Answer {

  /// Somebody answered.
  ///
  /// @param headers by lower-case name
  record Received(int status, Map<String, String> headers, String body) implements Answer {
    public Received {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /// It was not sent, because it must not go there.
  record Forbidden(String reason) implements Answer {}

  /// Nobody answered, or not in time, or too much.
  record Failed(String reason) implements Answer {}
}
