package io.sockettwin.agent.recording;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// The core's records as JSON: each alternative of a sealed interface bears its name as `is`.
final class RecordingJson {

  private static final List<Class<?>> ALTERNATIVES =
      List.of(
          SocketInput.class,
          SocketEffect.class,
          SocketEvent.class,
          ControlValue.class,
          ControlOutcome.class);

  static final JsonMapper MAPPER = mapper();

  private RecordingJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  private static JsonMapper mapper() {
    SimpleModule texts = new SimpleModule();
    text(texts, Instant.class, Instant::parse);
    text(texts, Duration.class, Duration::parse);
    text(texts, LocalTime.class, LocalTime::parse);
    text(texts, ZoneId.class, ZoneId::of);
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(texts)
            // A mistyped key must not pass for a default.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    for (Class<?> alternative : ALTERNATIVES) {
      mapper.addMixIn(alternative, Named.class);
      register(mapper, alternative);
    }
    return mapper;
  }

  private static void register(JsonMapper mapper, Class<?> sealed) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        register(mapper, permitted);
      } else {
        mapper.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new TextReader<>(type, parse));
  }

  private static final class TextReader<T> extends FromStringDeserializer<T> {
    @Serial private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    TextReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return parse.apply(text);
    }
  }
}
