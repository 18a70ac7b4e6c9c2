package io.sockettwin.service.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a template calls its properties in both languages, our addition to the vendor's form: an
/// object `names` with `en` and `zh` beside `name`. Templates from elsewhere have none.
final class PropertyNames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PropertyNames() {}

  static Map<String, Names> of(String template) {
    Map<String, Names> all = new LinkedHashMap<>();
    for (JsonNode property : read(template).path("properties")) {
      JsonNode names = property.path("names");
      if (names.path("en").isTextual() && names.path("zh").isTextual()) {
        all.put(
            property.path("id").asText(),
            new Names(names.path("en").asText(), names.path("zh").asText()));
      }
    }
    return all;
  }

  private static JsonNode read(String template) {
    try {
      return JSON.readTree(template);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
