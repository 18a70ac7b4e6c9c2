package io.sockettwin.service.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comma-separated values (RFC 4180), row by row.
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv;qs=0.5";

  private final Writer out;

  public Csv(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  public void row(List<? extends @Nullable Object> values) throws IOException {
    String separator = "";
    for (Object value : values) {
      out.write(separator);
      out.write(value == null ? "" : field(value));
      separator = ",";
    }
    out.write("\r\n");
  }

  public void flush() throws IOException {
    out.flush();
  }

  private static String field(Object value) {
    String text = value.toString();
    if (value instanceof Number) {
      return text;
    }
    String safe = isFormula(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /// Spreadsheets would carry out what a device wrote.
  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }
}
