package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Mode;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SequencedCollection;

/// What a property becomes in Home Assistant: a switch, a sensor, a number, a selection or a text.
final class Entities {
  private static final String PLATFORM = "platform";

  /// Longer texts are cut by Home Assistant.
  private static final int LONGEST_TEXT = 255;

  private Entities() {}

  /// Nothing for structs and arrays, which have no like there.
  static Optional<ObjectNode> of(Property property) {
    boolean settable = property.mode() == Mode.RW;
    ObjectNode entity = JsonNodeFactory.instance.objectNode();
    entity.put(
        "value_template", "{{ value_json['%s'] | default('None') }}".formatted(property.id()));
    boolean known =
        switch (property.type()) {
          case PropertyType.BoolType _ -> bool(entity, settable);
          case PropertyType.IntType type ->
              number(
                  entity,
                  property,
                  type.unit(),
                  BigDecimal.valueOf(type.min()),
                  BigDecimal.valueOf(type.max()),
                  BigDecimal.valueOf(type.step()));
          case PropertyType.FloatType type ->
              number(entity, property, type.unit(), type.min(), type.max(), type.step());
          case PropertyType.EnumType type ->
              options(entity, settable, Options.of(type).sequencedKeySet());
          case PropertyType.StringEnumType type ->
              options(entity, settable, Options.of(type).sequencedKeySet());
          case PropertyType.StringType type -> text(entity, settable, type);
          case PropertyType.TimestampType _ -> timestamp(entity);
          case PropertyType.StructType _, PropertyType.ArrayType _ -> false;
        };
    return known ? Optional.of(entity) : Optional.empty();
  }

  /// Whether the property's entity takes orders.
  static boolean takesOrders(ObjectNode entity) {
    String platform = entity.path(PLATFORM).asText();
    return !platform.equals("sensor") && !platform.equals("binary_sensor");
  }

  private static boolean bool(ObjectNode entity, boolean settable) {
    entity.put(PLATFORM, settable ? "switch" : "binary_sensor");
    entity.put("payload_on", "1").put("payload_off", "0");
    if (settable) {
      entity.put("state_on", "1").put("state_off", "0");
    }
    return true;
  }

  private static boolean number(
      ObjectNode entity,
      Property property,
      String unit,
      BigDecimal min,
      BigDecimal max,
      BigDecimal step) {
    Optional<Quantity> quantity = Quantity.of(property.id(), unit);
    quantity.ifPresent(it -> entity.put("device_class", it.deviceClass()));
    String shown = quantity.map(Quantity::unit).orElse(unit.strip());
    if (!shown.isEmpty()) {
      entity.put("unit_of_measurement", shown);
    }
    if (property.mode() == Mode.RW) {
      entity.put(PLATFORM, "number").put("mode", "box");
      entity.put("min", min).put("max", max);
      if (step.signum() > 0) {
        entity.put("step", step);
      }
    } else {
      entity.put(PLATFORM, "sensor");
      entity.put("state_class", quantity.map(Quantity::stateClass).orElse("measurement"));
    }
    return true;
  }

  private static boolean options(
      ObjectNode entity, boolean settable, SequencedCollection<String> names) {
    entity.put(PLATFORM, settable ? "select" : "sensor");
    if (!settable) {
      entity.put("device_class", "enum");
    }
    ArrayNode options = entity.putArray("options");
    names.forEach(options::add);
    return true;
  }

  private static boolean text(ObjectNode entity, boolean settable, PropertyType.StringType type) {
    entity.put(PLATFORM, settable ? "text" : "sensor");
    if (settable) {
      entity.put("min", Math.min(type.minLength(), LONGEST_TEXT));
      entity.put("max", Math.min(type.maxLength(), LONGEST_TEXT));
    }
    return true;
  }

  private static boolean timestamp(ObjectNode entity) {
    entity.put(PLATFORM, "sensor").put("device_class", "timestamp");
    return true;
  }
}
