package io.sockettwin.wire.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A command from the processor to the modem: `AT+NAME`, `AT+NAME?`, `AT+NAME=?` or
/// `AT+NAME=arguments`.
///
/// @param name what stands after `AT` and the plus; `E0` and the empty name of a bare `AT` included
public record AtCommand(String name, Form form, List<Argument> arguments) {

  /// The modem takes no longer line (protocol section 15).
  public static final int MAX_LENGTH = 256;

  public enum Form {
    EXECUTE,
    QUERY,
    TEST,
    SET
  }

  /// An argument of a command that sets something.
  public sealed interface Argument {

    record Text(String value) implements Argument {}

    record Whole(long value) implements Argument {}
  }

  public AtCommand {
    arguments = List.copyOf(arguments);
  }

  public static AtCommand execute(String name) {
    return new AtCommand(name, Form.EXECUTE, List.of());
  }

  public static AtCommand query(String name) {
    return new AtCommand(name, Form.QUERY, List.of());
  }

  public static AtCommand set(String name, Argument... arguments) {
    return new AtCommand(name, Form.SET, List.of(arguments));
  }

  /// Reads a line without its end. Empty for what is no command at all.
  public static Optional<AtCommand> parse(String line) {
    if (!line.startsWith("AT")) {
      return Optional.empty();
    }
    String rest = line.substring(line.startsWith("AT+") ? 3 : 2);
    int equals = rest.indexOf('=');
    if (equals < 0) {
      return Optional.of(
          rest.endsWith("?") ? query(rest.substring(0, rest.length() - 1)) : execute(rest));
    }
    String name = rest.substring(0, equals);
    String text = rest.substring(equals + 1);
    if (text.equals("?")) {
      return Optional.of(new AtCommand(name, Form.TEST, List.of()));
    }
    return arguments(text).map(arguments -> new AtCommand(name, Form.SET, arguments));
  }

  /// The line, without its end.
  public String line() {
    String start = name.isEmpty() || name.startsWith("E") ? "AT" + name : "AT+" + name;
    return switch (form) {
      case EXECUTE -> start;
      case QUERY -> start + "?";
      case TEST -> start + "=?";
      case SET ->
          start + "=" + arguments.stream().map(AtCommand::written).collect(Collectors.joining(","));
    };
  }

  private static String written(Argument argument) {
    return switch (argument) {
      case Argument.Text(String value) -> '"' + AtText.escape(value) + '"';
      case Argument.Whole(long value) -> Long.toString(value);
    };
  }

  private static Optional<List<Argument>> arguments(String text) {
    List<Argument> arguments = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (end || (text.charAt(i) == ',' && !quoted)) {
        Optional<Argument> argument = argument(text.substring(start, i));
        if (argument.isEmpty()) {
          return Optional.empty();
        }
        arguments.add(argument.get());
        start = i + 1;
      } else if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return quoted || start <= text.length() ? Optional.empty() : Optional.of(arguments);
  }

  private static Optional<Argument> argument(String text) {
    int last = text.length() - 1;
    if (last >= 1 && text.charAt(0) == '"' && text.charAt(last) == '"') {
      return Optional.of(new Argument.Text(AtText.unescape(text.substring(1, last))));
    }
    try {
      return Optional.of(new Argument.Whole(Long.parseLong(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
