package io.sockettwin.loadsim.warp;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The data template of the socket, as the service ships it.
public final class SocketTemplate {

  private SocketTemplate() {}

  public static DataTemplate load() {
    try (InputStream in = SocketTemplate.class.getResourceAsStream("/socket-template.json")) {
      if (in == null) {
        throw new IllegalStateException("socket-template.json is not in the program");
      }
      return switch (DataTemplate.parse(in.readAllBytes())) {
        case ParsedTemplate.Valid(DataTemplate template) -> template;
        case ParsedTemplate.Invalid(var problems) ->
            throw new IllegalStateException("socket-template.json: " + problems);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
