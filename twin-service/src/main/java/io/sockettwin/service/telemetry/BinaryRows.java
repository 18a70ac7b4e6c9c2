package io.sockettwin.service.telemetry;

import io.sockettwin.thing.Value;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Rows as PostgreSQL's binary COPY reads them: nothing is printed here and parsed there.
final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int NULL = -1;
  private static final int JSONB_VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
  private final DataOutputStream out = new DataOutputStream(bytes);

  BinaryRows() {
    try {
      out.write(SIGNATURE);
      out.writeInt(0); // flags
      out.writeInt(0); // length of the header's extension
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Device, time, time of receipt, token, then the values in the order of the columns.
  void add(ReportRow row, String token, @Nullable Value[] values) {
    try {
      out.writeShort(4 + values.length);
      text(row.device());
      moment(row.report().at());
      moment(row.receivedAt());
      text(token);
      for (Value value : values) {
        value(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] finished() {
    try {
      out.writeShort(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void value(@Nullable Value value) throws IOException {
    switch (value) {
      case null -> out.writeInt(NULL);
      case Value.Bool(boolean on) -> {
        out.writeInt(Short.BYTES);
        out.writeShort(on ? 1 : 0);
      }
      case Value.Int(long number) -> {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
      }
      case Value.Decimal(double number) -> {
        out.writeInt(Double.BYTES);
        out.writeDouble(number);
      }
      case Value.Text(String text) -> text(text);
      case Value.Struct _, Value.Array _ -> {
        byte[] json = value.toJson().toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(1 + json.length);
        out.writeByte(JSONB_VERSION);
        out.write(json);
      }
    }
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private void moment(Instant at) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(ChronoUnit.MICROS.between(EPOCH, at));
  }
}
