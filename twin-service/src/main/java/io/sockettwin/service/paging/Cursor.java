package io.sockettwin.service.paging;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// A place in a sorted list: the sort keys of the item before it. Clients pass it back unread.
public record Cursor(List<String> keys) {
  /// No key of ours contains it.
  private static final String SEPARATOR = "\n";

  public Cursor {
    keys = List.copyOf(keys);
  }

  public static Cursor at(Object... keys) {
    return new Cursor(List.of(keys).stream().map(Object::toString).toList());
  }

  static Cursor parse(String text, int keys) {
    try {
      String all = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> read = List.of(all.split(SEPARATOR, -1));
      if (read.size() == keys && !all.contains("\0")) {
        return new Cursor(read);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw unknown();
  }

  public String text() {
    byte[] all = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  public String text(int key) {
    return keys.get(key);
  }

  public Instant instant(int key) {
    try {
      return Instant.parse(keys.get(key));
    } catch (DateTimeException e) {
      throw unknown();
    }
  }

  public UUID uuid(int key) {
    try {
      return UUID.fromString(keys.get(key));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  public long number(int key) {
    try {
      return Long.parseLong(keys.get(key));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private static Refused unknown() {
    Flaw flaw = new Flaw("after", "is not the `next` of such a list");
    return Problem.of(ProblemCode.INVALID, "This list cannot go on there.", flaw).refused();
  }
}
