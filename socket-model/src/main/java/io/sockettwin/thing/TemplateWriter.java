package io.sockettwin.thing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/// Writes a data template in the vendor's form, where numbers are strings (protocol section 12).
final class TemplateWriter {
  private TemplateWriter() {}

  static ObjectNode write(DataTemplate template) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", template.version());
    ArrayNode properties = json.putArray("properties");
    template.properties().values().forEach(property -> write(properties.addObject(), property));
    ArrayNode events = json.putArray("events");
    template.events().values().forEach(event -> write(events.addObject(), event));
    ArrayNode actions = json.putArray("actions");
    template.actions().values().forEach(action -> write(actions.addObject(), action));
    if (template.profile() instanceof DataTemplate.Profile(String productId, String categoryId)) {
      json.putObject("profile").put("ProductId", productId).put("CategoryId", categoryId);
    }
    return json;
  }

  private static void write(ObjectNode json, Property property) {
    named(json, property.id(), property.name(), property.desc())
        .put("required", property.required())
        .put("mode", property.mode().name().toLowerCase(Locale.ROOT))
        .set("define", define(property.type()));
  }

  private static void write(ObjectNode json, EventType event) {
    named(json, event.id(), event.name(), event.desc())
        .put("type", event.kind().name().toLowerCase(Locale.ROOT))
        .put("required", event.required());
    params(json.putArray("params"), event.params(), "define");
  }

  private static void write(ObjectNode json, Action action) {
    named(json, action.id(), action.name(), action.desc()).put("required", action.required());
    params(json.putArray("input"), action.input(), "define");
    params(json.putArray("output"), action.output(), "define");
  }

  private static void params(ArrayNode json, Map<String, Param> params, String typeMember) {
    for (Param param : params.values()) {
      named(json.addObject(), param.id(), param.name(), param.desc())
          .set(typeMember, define(param.type()));
    }
  }

  private static ObjectNode named(ObjectNode json, String id, String name, String desc) {
    return json.put("id", id).put("name", name).put("desc", desc);
  }

  private static ObjectNode define(PropertyType type) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (type) {
      case PropertyType.BoolType(String zero, String one) ->
          json.put("type", "bool").putObject("mapping").put("0", zero).put("1", one);
      case PropertyType.IntType(long min, long max, long start, long step, var unit, var desc) ->
          number(json.put("type", "int"), min, max, start, step, unit, desc);
      case PropertyType.FloatType(var min, var max, var start, var step, var unit, var desc) ->
          number(
              json.put("type", "float"),
              plain(min),
              plain(max),
              plain(start),
              plain(step),
              unit,
              desc);
      case PropertyType.StringType(int minLength, int maxLength) ->
          json.put("type", "string")
              .put("min", Integer.toString(minLength))
              .put("max", Integer.toString(maxLength));
      case PropertyType.EnumType(var labels) -> {
        ObjectNode mapping = json.put("type", "enum").putObject("mapping");
        labels.forEach((number, label) -> mapping.put(Long.toString(number), label));
      }
      case PropertyType.StringEnumType(var labels) -> {
        ObjectNode mapping = json.put("type", "stringenum").putObject("mapping");
        labels.forEach(mapping::put);
      }
      case PropertyType.TimestampType() -> json.put("type", "timestamp");
      case PropertyType.StructType(var members) ->
          params(json.put("type", "struct").putArray("specs"), members, "dataType");
      case PropertyType.ArrayType(PropertyType item) ->
          json.put("type", "array").set("arrayInfo", define(item));
    }
    return json;
  }

  private static void number(
      ObjectNode json,
      Object min,
      Object max,
      Object start,
      Object step,
      String unit,
      String unitDesc) {
    json.put("min", min.toString())
        .put("max", max.toString())
        .put("start", start.toString())
        .put("step", step.toString())
        .put("unit", unit);
    if (!unitDesc.isEmpty()) {
      json.put("unitDesc", unitDesc);
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
