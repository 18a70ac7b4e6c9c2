package io.sockettwin.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place in a flow that is being read: knows its path and notes what is wrong there.
record Spot(String path, JsonNode json, List<Problem> problems) {
  /// More help nobody.
  private static final int MAX_PROBLEMS = 50;

  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofDays(31);

  void problem(String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(path, message));
    }
  }

  boolean has(String member) {
    return json.hasNonNull(member);
  }

  Spot member(String name) {
    JsonNode node = json.path(name);
    String place = path.isEmpty() ? name : path + "." + name;
    return new Spot(place, node.isNull() ? MissingNode.getInstance() : node, problems);
  }

  List<Spot> items() {
    if (!json.isArray()) {
      problem("must be a list");
      return List.of();
    }
    List<Spot> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new Spot(path + "[" + i + "]", json.get(i), problems));
    }
    return items;
  }

  /// Notes members that mean nothing, which are misspelt more often than not.
  void allowOnly(Set<String> members) {
    if (json instanceof ObjectNode object) {
      object
          .propertyStream()
          .map(Map.Entry::getKey)
          .filter(name -> !members.contains(name))
          .forEach(name -> member(name).problem("is not known here"));
    }
  }

  @Nullable String text() {
    if (json.isTextual()) {
      return json.textValue();
    }
    problem(json.isMissingNode() ? "is missing" : "must be a text");
    return null;
  }

  @Nullable Double number() {
    if (json.isNumber() && Double.isFinite(json.doubleValue())) {
      return json.doubleValue();
    }
    problem(json.isMissingNode() ? "is missing" : "must be a number");
    return null;
  }

  @Nullable Integer integer(int least, int most) {
    if (json.isIntegralNumber()
        && json.canConvertToInt()
        && json.intValue() >= least
        && json.intValue() <= most) {
      return json.intValue();
    }
    problem("must be an integer from " + least + " to " + most);
    return null;
  }

  @Nullable Duration duration() {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
      problem("must be from one second to 31 days");
    } catch (DateTimeException e) {
      problem("must be a duration like PT90S, PT5M, PT2H or P1D");
    }
    return null;
  }

  @Nullable ZoneId zone() {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      problem("names no time zone; one is Asia/Shanghai");
      return null;
    }
  }
}
