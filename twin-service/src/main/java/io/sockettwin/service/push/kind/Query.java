package io.sockettwin.service.push.kind;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Values in the query of a URL.
final class Query {
  private Query() {}

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
