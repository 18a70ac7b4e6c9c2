package io.sockettwin.loadsim.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The keys of one part of a scenario file, read one by one. What is wrong is noted with its line,
/// and a value that can be gone on with is given in its place.
final class Section {

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
  private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

  private final int line;
  private final List<Problem> problems;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  Section(Node node, List<Problem> problems) {
    this.line = lineOf(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problem(line, "keys and values are expected here, one \"key: value\" a line");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      lines.put(key, lineOf(tuple.getKeyNode()));
      if (entries.put(key, tuple.getValueNode()) != null) {
        problem(lineOf(tuple.getKeyNode()), key + " is given twice");
      }
    }
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  String text(String key, String otherwise) {
    return value(key, otherwise, "a text", text -> text);
  }

  /// A text that must be there.
  String text(String key) {
    if (!has(key)) {
      problem(line, key + " is missing");
    }
    return text(key, "");
  }

  long whole(String key, long least, long most, long otherwise) {
    return value(
        key,
        otherwise,
        "a whole number from " + least + " to " + most,
        text -> {
          long number = Long.parseLong(text.replace("_", ""));
          return number < least || number > most ? null : number;
        });
  }

  double number(String key, double most, double otherwise) {
    return value(
        key,
        otherwise,
        String.format(Locale.ROOT, "a number from 0 to %.0f", most),
        text -> {
          double number = Double.parseDouble(text);
          return number >= 0 && number <= most ? number : null;
        });
  }

  /// A share of a whole, from 0 to 1.
  double share(String key, double otherwise) {
    return value(
        key,
        otherwise,
        "a share from 0% to 100%",
        text -> {
          Matcher matcher = SHARE.matcher(text);
          double part = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : -1;
          return part >= 0 && part <= 1 ? part : null;
        });
  }

  Duration duration(String key, Duration least, Duration most, Duration otherwise) {
    return value(
        key,
        otherwise,
        "a time such as 250ms, 30s, 5m, 2h or 30d, from " + words(least) + " to " + words(most),
        text -> {
          Duration duration = durationOf(text);
          return duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0
              ? null
              : duration;
        });
  }

  LocalTime timeOfDay(String key, LocalTime otherwise) {
    return value(key, otherwise, "a time of day such as 18:30", LocalTime::parse);
  }

  <T> T oneOf(String key, Map<String, T> choices, T otherwise) {
    return value(key, otherwise, "one of " + String.join(", ", choices.keySet()), choices::get);
  }

  @Nullable Section section(String key) {
    known.add(key);
    Node node = entries.get(key);
    return node == null ? null : new Section(node, problems);
  }

  /// What stands in a list; nothing if there is none.
  List<Node> list(String key) {
    known.add(key);
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(lineOf(node), key + " must be a list, each entry after a hyphen");
    return List.of();
  }

  /// All keys with their numbers, where the keys are names of something.
  Map<String, Double> numbers(double most) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : new ArrayList<>(entries.keySet())) {
      numbers.put(key, number(key, most, 0));
    }
    return numbers;
  }

  int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  void problem(String key, String sentence) {
    problem(lineOf(key), sentence);
  }

  /// Notes the keys that nobody has asked for.
  void end() {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        problem(
            lineOf(key), "there is no key " + key + " here; known: " + String.join(", ", known));
      }
    }
  }

  static @Nullable Duration durationOf(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    double unit =
        switch (matcher.group(2)) {
          case "ms" -> 1e6;
          case "s" -> 1e9;
          case "m" -> 60e9;
          case "h" -> 3_600e9;
          default -> 86_400e9;
        };
    return Duration.ofNanos((long) (Double.parseDouble(matcher.group(1)) * unit));
  }

  private static String words(Duration duration) {
    if (duration.toMillis() < 1_000) {
      return duration.toMillis() + "ms";
    }
    return duration.toDays() > 0 ? duration.toDays() + "d" : duration.toSeconds() + "s";
  }

  private <T> T value(
      String key, T otherwise, String wanted, Function<String, @Nullable T> reading) {
    known.add(key);
    Node node = entries.get(key);
    if (node == null) {
      return otherwise;
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
    T value = null;
    if (text != null) {
      try {
        value = reading.apply(text);
      } catch (NumberFormatException | DateTimeParseException e) {
        // Told below, in the words of the file.
        value = null;
      }
    }
    if (value == null) {
      String given = text == null ? "a list or a group" : "\"" + text + "\"";
      problem(lineOf(node), key + " must be " + wanted + ", not " + given);
      return otherwise;
    }
    return value;
  }

  private void problem(int at, String sentence) {
    problems.add(new Problem(at, sentence));
  }
}
