package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A condition in words, with the values of the moment.
final class Explanation {
  private final @Nullable Facts facts;

  private Explanation(@Nullable Facts facts) {
    this.facts = facts;
  }

  static String of(Condition condition, Facts facts) {
    return new Explanation(facts).say(condition);
  }

  static String text(Condition condition) {
    return new Explanation(null).say(condition);
  }

  private String say(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> join(parts, " and ");
      case Condition.Any(var parts) -> "(" + join(parts, " or ") + ")";
      case Condition.Compare(var field, var relation, var literal) ->
          shown(field) + " " + relation.sign() + " " + literal.toJson();
      case Condition.Changed(String property) -> shown(new Field.Property(property)) + " changed";
      case Condition.Connected(boolean online) -> online ? "online" : "offline";
      case Condition.Silent(var time) -> "silent for " + time;
      case Condition.Held(var inner, var time) -> say(inner) + " for " + time;
      case Condition.Times(var inner, int count, var window) ->
          say(inner) + " " + count + " times within " + window;
      case Condition.Latch(var from, var until) -> say(from) + " until " + text(until);
      case Condition.Rate(String id, var relation, double amount, var per) ->
          "change of "
              + shown(new Field.Property(id))
              + " in "
              + per
              + " "
              + relation.sign()
              + " "
              + amount;
      case Condition.Gained gained ->
          "gain of "
              + shown(new Field.Property(gained.property()))
              + " this "
              + (gained.span() == Condition.Gained.Span.DAY ? "day" : "month")
              + (gained.price() == 1 ? "" : " times " + gained.price())
              + " > "
              + gained.limit();
      case Condition.Hours(var from, var until, var _, var zone) ->
          "between " + from + " and " + until + " " + zone;
      case Condition.Expression(String text, var _) -> text;
    };
  }

  private String join(List<Condition> parts, String word) {
    return parts.stream().map(this::say).collect(Collectors.joining(word));
  }

  private String shown(Field field) {
    Value value = facts == null ? null : facts.value(field);
    return value == null ? field.id() : field.id() + " " + value.toJson();
  }
}
