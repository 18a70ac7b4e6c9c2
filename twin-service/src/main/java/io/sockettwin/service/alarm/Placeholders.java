package io.sockettwin.service.alarm;

import io.sockettwin.flow.Trigger;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the title and text of a flow may name: what the flow itself is about, the properties of its
/// product, and the parameters of its event, which hide a property of the same name.
record Placeholders(Set<String> names, Map<String, PropertyType> types) {
  static final String DEVICE = "device";
  static final String PRODUCT = "product";
  static final String REASON = "reason";
  static final String TIME = "time";

  static Placeholders of(DataTemplate template, Trigger trigger) {
    Map<String, PropertyType> types = new HashMap<>();
    template.properties().forEach((id, property) -> types.put(id, property.type()));
    if (trigger instanceof Trigger.Event(String eventId)) {
      var event = template.events().get(eventId);
      if (event != null) {
        event.params().forEach((id, param) -> types.put(id, param.type()));
      }
    }
    Set<String> names = new HashSet<>(types.keySet());
    names.addAll(Set.of(DEVICE, PRODUCT, REASON, TIME));
    return new Placeholders(Set.copyOf(names), Map.copyOf(types));
  }

  /// A value for people.
  String text(String name, Value value) {
    PropertyType type = types.get(name);
    return switch (value) {
      case Value.Bool(boolean on) ->
          type instanceof PropertyType.BoolType(String zero, String one)
              ? on ? one : zero
              : Integer.toString(on ? 1 : 0);
      case Value.Int(long number) ->
          type instanceof PropertyType.EnumType(var labels)
              ? labels.getOrDefault(number, Long.toString(number))
              : Long.toString(number);
      case Value.Decimal(double number) ->
          BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case Value.Text(String text) ->
          type instanceof PropertyType.StringEnumType(var labels)
              ? labels.getOrDefault(text, text)
              : text;
      case Value.Struct _, Value.Array _ -> value.toJson().toString();
    };
  }
}
