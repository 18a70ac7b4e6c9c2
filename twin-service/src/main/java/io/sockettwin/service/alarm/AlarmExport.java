package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Alarms as files, written row by row.
final class AlarmExport {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "flow",
          "product",
          "device",
          "episode",
          "state",
          "severity",
          "title_en",
          "title_zh",
          "reason",
          "event_at",
          "received_at",
          "decided_at",
          "hits",
          "cleared_at",
          "clear_reason",
          "acknowledged_at",
          "acknowledged_by");

  private AlarmExport() {}

  static void csv(OutputStream out, Alarms alarms, AlarmFilter.Where where) throws IOException {
    // Not closed: the stream is the framework's.
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(String.join(",", COLUMNS) + "\r\n");
    alarms.export(
        where,
        alarm -> {
          try {
            writer.write(row(alarm));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.flush();
  }

  private static String row(AlarmView alarm) {
    return Stream.of(
                alarm.id(),
                alarm.flowId(),
                alarm.productId(),
                alarm.device(),
                alarm.episode(),
                alarm.state(),
                alarm.severity(),
                alarm.title().en(),
                alarm.title().zh(),
                alarm.reason(),
                alarm.eventAt(),
                alarm.receivedAt(),
                alarm.decidedAt(),
                alarm.hits(),
                optional(alarm.clearedAt()),
                optional(alarm.clearReason()),
                optional(alarm.acknowledgedAt()),
                optional(alarm.acknowledgedBy()))
            .map(it -> quoted(it.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static Object optional(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /// As RFC 4180 has it. A text that a spreadsheet would take for a formula is kept from it.
  private static String quoted(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  static void json(OutputStream out, Alarms alarms, AlarmFilter.Where where) throws IOException {
    JsonGenerator generator = JSON.createGenerator(out);
    generator.writeStartArray();
    alarms.export(
        where,
        alarm -> {
          try {
            JSON.writeValue(generator, alarm);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    generator.writeEndArray();
    generator.flush();
  }
}
