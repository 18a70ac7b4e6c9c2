package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What devices of a product can measure, obey, announce and do (protocol section 12).
public record DataTemplate(
    String version,
    @Nullable Profile profile,
    SequencedMap<String, Property> properties,
    SequencedMap<String, EventType> events,
    SequencedMap<String, Action> actions) {
  /// Older events are refused. The real limit is not published (protocol section 6); a month lets a
  /// device tell what happened while its household was on holiday and its network down.
  public static final Duration EVENT_MAX_AGE = Duration.ofDays(30);

  /// Properties, events and actions together (protocol section 2.8).
  public static final int MAX_FEATURES = 100;

  public static final int MAX_BYTES = 1 << 20;

  /// The product a template was exported from.
  public record Profile(String productId, String categoryId) {}

  public DataTemplate {
    properties = Ordered.copyOf(properties);
    events = Ordered.copyOf(events);
    actions = Ordered.copyOf(actions);
  }

  /// Reads the vendor's JSON in UTF-8 or, as some Chinese products export it, GB 18030.
  public static ParsedTemplate parse(byte[] json) {
    return TemplateParser.parse(json);
  }

  /// The text in such a file, without the mark that may precede it; empty if it is in neither
  /// encoding.
  public static Optional<String> text(byte[] json) {
    return TemplateParser.text(json);
  }

  public static ParsedTemplate parse(String json) {
    return TemplateParser.parse(json);
  }

  /// The vendor's form, numbers as strings; reads back as an equal template.
  public ObjectNode toJson() {
    return TemplateWriter.write(this);
  }

  /// Checks a report: any properties, `r` and `rw`. One bad property refuses all of it, but a bad
  /// member of a struct becomes its default (protocol section 5.1).
  public Check checkReport(JsonNode params) {
    return ParamsCheck.report(this, params);
  }

  /// Checks a control: properties with mode `rw` only (protocol section 5.3).
  public Check checkControl(JsonNode params) {
    return ParamsCheck.control(this, params);
  }

  /// Checks an event: known, young enough, and with exactly the declared parameters (protocol
  /// section 6). An event without a time happened when it was received, so is never too old.
  public Check checkEvent(String eventId, @Nullable Instant at, JsonNode params, Instant now) {
    return ParamsCheck.event(this, eventId, at, params, now);
  }

  /// Checks the input of an action; every declared input must be there, since C clients need it.
  public Check checkActionInput(String actionId, JsonNode params) {
    return ParamsCheck.actionInput(this, actionId, params);
  }

  /// Checks what a device answered to an action.
  public Check checkActionOutput(String actionId, JsonNode response) {
    return ParamsCheck.actionOutput(this, actionId, response);
  }
}
