package io.sockettwin.thing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a data template and notes everything that is wrong with it, with its place.
final class TemplateParser {
  /// A struct in an array in an event has ten levels.
  private static final int MAX_DEPTH = 32;

  private static final int MAX_ID_LENGTH = 32;

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private TemplateParser() {}

  static ParsedTemplate parse(byte[] json) {
    if (json.length > DataTemplate.MAX_BYTES) {
      return invalid("longer than " + DataTemplate.MAX_BYTES + " bytes");
    }
    return text(json)
        .map(TemplateParser::parse)
        .orElseGet(() -> invalid("neither UTF-8 nor GB 18030"));
  }

  static Optional<String> text(byte[] json) {
    return decode(json, StandardCharsets.UTF_8)
        .or(() -> decode(json, Charset.forName("GB18030")))
        .map(TemplateParser::withoutMark);
  }

  private static String withoutMark(String json) {
    return json.startsWith("\uFEFF") ? json.substring(1) : json;
  }

  static ParsedTemplate parse(String json) {
    if (json.length() > DataTemplate.MAX_BYTES) {
      return invalid("longer than " + DataTemplate.MAX_BYTES + " characters");
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(withoutMark(json));
    } catch (JsonProcessingException e) {
      return invalid("not JSON: " + e.getOriginalMessage() + where(e));
    }
    if (!(node instanceof ObjectNode object)) {
      return invalid("not a JSON object");
    }
    List<Problem> problems = new ArrayList<>();
    DataTemplate template = template(new Place("", object, problems));
    return problems.isEmpty()
        ? new ParsedTemplate.Valid(template)
        : new ParsedTemplate.Invalid(problems);
  }

  private static ParsedTemplate invalid(String message) {
    return new ParsedTemplate.Invalid(List.of(new Problem("", message)));
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static Optional<String> decode(byte[] json, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(json)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static DataTemplate template(Place place) {
    String version = place.has("version") ? place.text("version") : "1.0";
    noteTooMany(place);
    return new DataTemplate(
        version,
        place.has("profile") ? profile(place.object("profile")) : null,
        byId(place, "properties", TemplateParser::property),
        byId(place, "events", TemplateParser::event),
        byId(place, "actions", TemplateParser::action));
  }

  private static void noteTooMany(Place place) {
    int features = 0;
    for (String list : List.of("properties", "events", "actions")) {
      features += place.json().path(list).size();
      if (features > DataTemplate.MAX_FEATURES) {
        place.problem(list, "more than " + DataTemplate.MAX_FEATURES + " features");
        return;
      }
    }
  }

  private static DataTemplate.@Nullable Profile profile(@Nullable Place place) {
    return place == null
        ? null
        : new DataTemplate.Profile(place.text("ProductId"), place.text("CategoryId"));
  }

  private static @Nullable Property property(Place place) {
    Mode mode =
        switch (place.text("mode")) {
          case "r" -> Mode.R;
          case "rw" -> Mode.RW;
          default -> null;
        };
    if (mode == null) {
      place.problem("mode", "neither r nor rw");
    }
    boolean required = place.flag("required");
    String name = place.text("name");
    String desc = place.text("desc");
    PropertyType type = TypeParser.parse(place.object("define"));
    return mode == null || type == null
        ? null
        : new Property(place.text("id"), name, desc, mode, required, type);
  }

  private static @Nullable EventType event(Place place) {
    EventKind kind =
        switch (place.text("type")) {
          case "info" -> EventKind.INFO;
          case "alert" -> EventKind.ALERT;
          // Old documents say fatal (protocol section 19, item 29).
          case "fault", "fatal" -> EventKind.FAULT;
          default -> null;
        };
    if (kind == null) {
      place.problem("type", "neither info, alert nor fault");
    }
    boolean required = place.flag("required");
    String name = place.text("name");
    String desc = place.text("desc");
    var params = params(place, "params", "define");
    return kind == null
        ? null
        : new EventType(place.text("id"), name, desc, kind, required, params);
  }

  private static Action action(Place place) {
    return new Action(
        place.text("id"),
        place.text("name"),
        place.text("desc"),
        place.flag("required"),
        params(place, "input", "define"),
        params(place, "output", "define"));
  }

  static SequencedMap<String, Param> params(Place place, String list, String typeMember) {
    return byId(
        place,
        list,
        item -> {
          String name = item.text("name");
          String desc = item.text("desc");
          PropertyType type = TypeParser.parse(item.object(typeMember));
          return type == null ? null : new Param(item.text("id"), name, desc, type);
        });
  }

  /// Reads the items of a list, whose ids must be well-formed and unique in it.
  private static <T> SequencedMap<String, T> byId(
      Place place, String list, Function<Place, @Nullable T> read) {
    SequencedMap<String, T> byId = new LinkedHashMap<>();
    SequencedMap<String, Place> seen = new LinkedHashMap<>();
    for (Place item : place.items(list)) {
      T value = read.apply(item);
      String id = item.json().path("id").isTextual() ? item.text("id") : "";
      Place first = seen.putIfAbsent(id, item);
      if (!isId(id)) {
        item.problem("id", id.isEmpty() ? "missing" : "not a letter and up to 31 of A-Za-z0-9_-");
      } else if (first != null) {
        item.problem("id", id + " is already that of " + first.path());
      } else if (value != null) {
        byId.put(id, value);
      }
    }
    return byId;
  }

  private static boolean isId(String id) {
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH || !isLetter(id.charAt(0))) {
      return false;
    }
    return id.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
