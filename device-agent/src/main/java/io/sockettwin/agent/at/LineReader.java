package io.sockettwin.agent.at;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes of a serial line as lines that end CR LF. Empty lines are none, and neither is what never
/// ends.
final class LineReader {

  /// More than the longest packet of the module with its topic.
  static final int MAX_BYTES = 4096;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;

  List<String> read(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (byte next : bytes) {
      if (next == '\n') {
        end(lines);
      } else if (line.size() < MAX_BYTES) {
        line.write(next);
      } else {
        tooLong = true;
      }
    }
    return lines;
  }

  private void end(List<String> lines) {
    String text = line.toString(StandardCharsets.UTF_8).strip();
    if (!tooLong && !text.isEmpty()) {
      lines.add(text);
    }
    line.reset();
    tooLong = false;
  }
}
