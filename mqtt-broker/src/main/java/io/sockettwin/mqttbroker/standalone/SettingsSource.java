package io.sockettwin.mqttbroker.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Arguments and environment, asked by name.
final class SettingsSource {

  private static final Set<String> NAMES =
      Set.of(
          "gate-url",
          "gate-secret",
          "port",
          "bind-address",
          "web-socket-port",
          "data-folder",
          "program-folder",
          "durability",
          "in-flight-messages");

  private final Map<String, String> arguments;
  private final Map<String, String> environment;

  SettingsSource(List<String> arguments, Map<String, String> environment) throws BadSetting {
    for (String argument : arguments) {
      String name = argument.replaceFirst("=.*", "");
      if (!name.startsWith("--") || !NAMES.contains(name.substring(2)) || name.equals(argument)) {
        throw new BadSetting(name + " is not a setting of the broker.");
      }
    }
    this.arguments =
        arguments.stream()
            .map(argument -> argument.substring(2).split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
    this.environment = environment;
  }

  <T> T get(String name, String otherwise, Function<String, T> parse) throws BadSetting {
    String text = arguments.getOrDefault(name, environment.getOrDefault(variable(name), otherwise));
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new BadSetting("The setting %s has a bad value, %s.".formatted(name, text));
    }
  }

  <T> T require(String name, Function<String, T> parse) throws BadSetting {
    if (!arguments.containsKey(name) && !environment.containsKey(variable(name))) {
      throw new BadSetting("The setting %s is missing.".formatted(name));
    }
    return get(name, "", parse);
  }

  private static String variable(String name) {
    return "SOCKETTWIN_BROKER_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// A sentence for the operator.
  static final class BadSetting extends Exception {

    private static final long serialVersionUID = 1L;

    BadSetting(String sentence) {
      super(sentence);
    }
  }
}
