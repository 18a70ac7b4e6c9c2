package io.sockettwin.service.alarm;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The socket's product, for tests.
final class Socket {
  static final String PRODUCT = "HRDG3CKWWZ";
  static final DataTemplate TEMPLATE = template();

  private Socket() {}

  private static DataTemplate template() {
    try (var in = Socket.class.getResourceAsStream("/socket-template.json")) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((ParsedTemplate.Valid) DataTemplate.parse(json)).template();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
