package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Checks named values against a template, with the real cloud's codes and words (protocol sections
/// 5.1, 6 and 18).
final class ParamsCheck {
  /// Device names of parameters have 32 characters at most; more is not repeated to the sender.
  private static final int MAX_SHOWN_ID = 32;

  private static final String BAD_REPORT = "checkReportData fail";
  private static final String UNKNOWN_PROPERTY = "Not find PropertySchema";
  private static final String WRONG_COUNT = "Param count not match";

  private ParamsCheck() {}

  static Check report(DataTemplate template, JsonNode params) {
    if (!(params instanceof ObjectNode object) || object.isEmpty()) {
      return refused(BAD_REPORT, "no properties");
    }
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(object.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Property property = template.properties().get(entry.getKey());
      if (property == null) {
        return refused(UNKNOWN_PROPERTY, shown(entry.getKey()) + " is not in the template");
      }
      Value value = ValueReader.MENDING_STRUCTS.read(property.type(), entry.getValue());
      if (value == null) {
        return refused(
            BAD_REPORT, Misfit.describe(property.id(), property.type(), entry.getValue()));
      }
      values.put(property.id(), value);
    }
    return new Check.Accepted(values);
  }

  static Check control(DataTemplate template, JsonNode params) {
    if (!(params instanceof ObjectNode object) || object.isEmpty()) {
      return refused("no properties");
    }
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(object.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Property property = template.properties().get(entry.getKey());
      if (property == null) {
        return refused(UNKNOWN_PROPERTY, shown(entry.getKey()) + " is not in the template");
      }
      if (property.mode() == Mode.R) {
        return refused(property.id() + " is read-only");
      }
      Value value = ValueReader.STRICT.read(property.type(), entry.getValue());
      if (value == null) {
        return refused(Misfit.describe(property.id(), property.type(), entry.getValue()));
      }
      values.put(property.id(), value);
    }
    return new Check.Accepted(values);
  }

  static Check event(
      DataTemplate template, String eventId, @Nullable Instant at, JsonNode params, Instant now) {
    EventType event = template.events().get(eventId);
    if (event == null) {
      return notDefined(eventId);
    }
    if (at != null && at.isBefore(now.minus(DataTemplate.EVENT_MAX_AGE))) {
      String status = eventId + " too old";
      return new Check.Refused(Check.TOO_OLD, status, status + ": " + at);
    }
    return exactly(event.params(), params);
  }

  static Check actionInput(DataTemplate template, String actionId, JsonNode params) {
    Action action = template.actions().get(actionId);
    return action == null ? notDefined(actionId) : exactly(action.input(), params);
  }

  static Check actionOutput(DataTemplate template, String actionId, JsonNode response) {
    Action action = template.actions().get(actionId);
    return action == null ? notDefined(actionId) : exactly(action.output(), response);
  }

  private static Check exactly(SequencedMap<String, Param> declared, JsonNode params) {
    if (!(params instanceof ObjectNode object) || object.size() != declared.size()) {
      return refused(WRONG_COUNT, "expected exactly " + declared.keySet());
    }
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(object.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Param param = declared.get(entry.getKey());
      if (param == null) {
        return refused(WRONG_COUNT, shown(entry.getKey()) + " is not declared");
      }
      Value value = ValueReader.STRICT.read(param.type(), entry.getValue());
      if (value == null) {
        return refused(Misfit.describe(param.id(), param.type(), entry.getValue()));
      }
      values.put(param.id(), value);
    }
    return new Check.Accepted(values);
  }

  private static Check notDefined(String id) {
    String status = shown(id) + " not defined";
    return new Check.Refused(Check.NOT_DEFINED, status, status);
  }

  private static Check refused(String status) {
    return refused(status, status);
  }

  private static Check refused(String status, String reason) {
    return new Check.Refused(Check.DOES_NOT_FIT, status, reason);
  }

  private static String shown(String id) {
    return CleanText.of(id.length() <= MAX_SHOWN_ID ? id : id.substring(0, MAX_SHOWN_ID) + "...");
  }
}
