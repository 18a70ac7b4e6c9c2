package io.sockettwin.service.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page of rows ended: the time of its last row and what else makes that row unique. Opaque
/// to clients.
record Cursor(Instant at, List<String> rest) {
  private static final String SEPARATOR = " ";

  Cursor {
    rest = List.copyOf(rest);
  }

  static @Nullable Cursor parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      return new Cursor(Instant.parse(parts.getFirst()), parts.subList(1, parts.size()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unknown();
    }
  }

  /// A part that must be a moment.
  Instant moment(int place) {
    try {
      return Instant.parse(part(place));
    } catch (DateTimeException e) {
      throw unknown();
    }
  }

  /// A part that must be a number.
  int number(int place) {
    try {
      return Integer.parseInt(part(place));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  String part(int place) {
    if (place >= rest.size()) {
      throw unknown();
    }
    return rest.get(place);
  }

  private static RuntimeException unknown() {
    return Params.invalid("after", "must be `next` of the page before");
  }

  @Override
  public String toString() {
    String text = rest.isEmpty() ? at.toString() : at + SEPARATOR + String.join(SEPARATOR, rest);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
