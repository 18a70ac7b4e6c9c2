package io.sockettwin.firmware;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message from the cloud, as far as the original understands it.
///
/// @param code of a reply; 0 where there is none
/// @param control the values wanted, by property, as texts; null if the message wants nothing
record Downlink(String method, String token, int code, @Nullable Map<Property, String> control) {

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]");

  private static final int MAX_DEPTH = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          // Its digits as they came: the original reads them with sscanf, which stops at an
          // exponent.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// White space goes before anything is read, out of texts too (C14).
  static @Nullable Downlink parse(String payload) {
    JsonNode root;
    try {
      root = MAPPER.readTree(BLANKS.matcher(payload).replaceAll(""));
    } catch (JsonProcessingException e) {
      return null;
    }
    String method = root.path("method").asText();
    // The device's own reports have their values in the same place as controls.
    boolean direct = method.equals("control") || method.equals("report");
    JsonNode control = direct ? root.path("params") : root.at("/data/control");
    return new Downlink(
        method,
        root.path("clientToken").asText(),
        root.path("code").asInt(),
        control.isObject() ? values(control) : null);
  }

  private static Map<Property, String> values(JsonNode control) {
    Map<Property, String> values = new LinkedHashMap<>();
    for (Property property : Property.ALL) {
      JsonNode value = control.get(property.word());
      if (value != null && !value.isNull()) {
        values.put(property, value.asText());
      }
    }
    return values;
  }
}
