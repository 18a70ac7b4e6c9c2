package io.sockettwin.service.push.kind;

import java.nio.charset.StandardCharsets;

/// Makes texts as short as a channel wants them.
final class Cut {
  private static final String ELLIPSIS = "…";

  private Cut() {}

  static String characters(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
  }

  /// Bytes in UTF-8.
  static String bytes(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int left = most - ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      left -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
