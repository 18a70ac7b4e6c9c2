package io.sockettwin.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.CleanText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// JSON objects from and to bytes, with limits. Of duplicate keys the last counts.
final class Json {
  /// The deepest message of the protocol has six levels; a bomb has thousands.
  static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(64)
                          .build())
                  // Keys come from outside and must not fill the interning table of the process.
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  // UTF-8 is the only encoding of the protocol; guessing would admit UTF-16.
                  .disable(JsonFactory.Feature.CHARSET_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter ASCII_WRITER =
      MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] bytes(ObjectNode object) {
    try {
      return MAPPER.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      return escaped(object);
    }
  }

  /// Half a surrogate pair, which a client may have put into its token, has no UTF-8 form; escaped
  /// it goes back as it came.
  private static byte[] escaped(ObjectNode object) {
    try {
      return ASCII_WRITER.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a text", e);
    }
  }

  /// The object in these bytes, or null. A byte order mark, trailing NULs, and the escaped last
  /// brace of the socket firmware (protocol section 14) are forgiven.
  static @Nullable ObjectNode read(byte[] payload) {
    int start = hasByteOrderMark(payload) ? 3 : 0;
    int end = payload.length;
    while (end > start && isBlank(payload[end - 1])) {
      end--;
    }
    ObjectNode object = read(payload, start, end);
    if (object == null && end - start > 2 && payload[end - 1] == '}' && payload[end - 2] == '\\') {
      byte[] repaired = payload.clone();
      repaired[end - 2] = '}';
      return read(repaired, start, end - 1);
    }
    return object;
  }

  private static @Nullable ObjectNode read(byte[] payload, int start, int end) {
    if (!isUtf8(payload, start, end)) {
      return null;
    }
    try {
      JsonNode node = MAPPER.readTree(payload, start, end - start);
      return node instanceof ObjectNode object ? object : null;
    } catch (IOException e) {
      return null;
    }
  }

  /// The parser takes overlong forms, U+0000 in two bytes for one.
  private static boolean isUtf8(byte[] payload, int start, int end) {
    int ascii = start;
    while (ascii < end && payload[ascii] >= 0) {
      ascii++;
    }
    if (ascii == end) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload, ascii, end - ascii));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// A text member; empty when absent. U+0000, which databases refuse, is taken out (protocol
  /// section 19, item 5).
  static String text(ObjectNode object, String name) {
    JsonNode node = object.get(name);
    return node != null && node.isTextual() ? CleanText.of(node.textValue()) : "";
  }

  /// An object member; empty when absent.
  static ObjectNode object(ObjectNode object, String name) {
    return object.get(name) instanceof ObjectNode member ? member : object();
  }

  /// An integer member, also one written as a string, as firmware progress does (protocol section
  /// 9).
  static long integer(ObjectNode object, String name, long otherwise) {
    JsonNode node = object.get(name);
    if (node == null) {
      return otherwise;
    }
    if (node.isNumber()) {
      double number = node.doubleValue();
      return node.canConvertToLong() && number == Math.rint(number) ? node.longValue() : otherwise;
    }
    return node.isTextual() ? integer(node.textValue().strip(), otherwise) : otherwise;
  }

  private static long integer(String text, long otherwise) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte b) {
    return b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
