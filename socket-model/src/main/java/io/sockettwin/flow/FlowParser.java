package io.sockettwin.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the JSON form of a flow and checks it against the data template of its product.
public final class FlowParser {
  /// How long after its last event an episode ends, unless the flow says otherwise.
  static final Duration QUIET = Duration.ofMinutes(1);

  private final DataTemplate template;
  private final Expressions expressions;

  public FlowParser(DataTemplate template, Expressions expressions) {
    this.template = template;
    this.expressions = expressions;
  }

  /// Reads the members `input`, `filter` and `clear`; others belong to somebody else.
  public ParsedFlow parse(JsonNode json) {
    List<Problem> problems = new ArrayList<>();
    Spot root = new Spot("", json, problems);
    Trigger trigger = trigger(root.member("input"));
    if (trigger == null) {
      return new ParsedFlow.Invalid(problems);
    }
    ConditionParser conditions = new ConditionParser(template, trigger, expressions);
    boolean everyEvent = trigger instanceof Trigger.Event && !root.has("filter");
    Condition filter =
        everyEvent ? new Condition.All(List.of()) : conditions.read(root.member("filter"));
    if (filter != null) {
      requireInput(root.member("filter"), trigger, filter);
    }
    Clearing clearing = clearing(root.member("clear"), trigger, conditions);
    return filter == null || clearing == null || !problems.isEmpty()
        ? new ParsedFlow.Invalid(problems)
        : new ParsedFlow.Valid(new Flow(trigger, filter, clearing));
  }

  private @Nullable Trigger trigger(Spot input) {
    if (input.json().isObject()) {
      input.allowOnly(Set.of("event"));
      String id = input.member("event").text();
      if (id == null) {
        return null;
      }
      if (!template.events().containsKey(id)) {
        input
            .member("event")
            .problem("there is no event " + id + "; there are " + template.events().keySet());
        return null;
      }
      return new Trigger.Event(id);
    }
    return switch (input.json().asText()) {
      case "data" -> new Trigger.Data();
      case "status" -> new Trigger.Status();
      default -> {
        input.problem("must be data, status or {\"event\": its id}");
        yield null;
      }
    };
  }

  /// A filter that looks at nothing of the input could never come true because of it.
  private static void requireInput(Spot spot, Trigger trigger, Condition filter) {
    switch (trigger) {
      case Trigger.Data() -> {
        if (leaves(filter).noneMatch(FlowParser::looksAtData)) {
          spot.problem("looks at no property, though the input is data");
        }
      }
      case Trigger.Status() -> {
        if (leaves(filter).noneMatch(FlowParser::looksAtStatus)) {
          spot.problem("looks at no status, though the input is status");
        }
      }
      case Trigger.Event _ -> {}
    }
  }

  private static Stream<Condition> leaves(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(FlowParser::leaves);
      case Condition.Any(var parts) -> parts.stream().flatMap(FlowParser::leaves);
      case Condition.Held(var inner, var _) -> leaves(inner);
      case Condition.Times(var inner, int _, var _) -> leaves(inner);
      case Condition.Latch(var from, var _) -> leaves(from);
      case Condition.Compare _,
          Condition.Changed _,
          Condition.Rate _,
          Condition.Gained _,
          Condition.Expression _,
          Condition.Connected _,
          Condition.Silent _,
          Condition.Hours _ ->
          Stream.of(condition);
    };
  }

  private static boolean looksAtData(Condition leaf) {
    return leaf instanceof Condition.Compare
        || leaf instanceof Condition.Changed
        || leaf instanceof Condition.Rate
        || leaf instanceof Condition.Gained
        || leaf instanceof Condition.Expression;
  }

  private static boolean looksAtStatus(Condition leaf) {
    return leaf instanceof Condition.Connected
        || leaf instanceof Condition.Silent
        || leaf instanceof Condition.Expression;
  }

  private static @Nullable Clearing clearing(
      Spot spot, Trigger trigger, ConditionParser conditions) {
    boolean isEvent = trigger instanceof Trigger.Event;
    if (spot.json().isMissingNode()) {
      return new Clearing(null, isEvent ? QUIET : Duration.ZERO);
    }
    spot.allowOnly(Set.of("when", "after"));
    Duration after =
        spot.has("after") ? spot.member("after").duration() : isEvent ? QUIET : Duration.ZERO;
    if (after == null) {
      return null;
    }
    if (!spot.has("when")) {
      return new Clearing(null, after);
    }
    Condition when = conditions.read(spot.member("when"));
    if (when != null && when.isMomentary()) {
      spot.member("when").problem("must be a condition that lasts");
    }
    return when == null
        ? null
        : isEvent || after.isZero()
            ? new Clearing(when, after)
            : new Clearing(new Condition.Held(when, after), after);
  }
}
