package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.push.http.TargetUri;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a channel's settings and secrets, and notes every flaw it meets. What is flawed is read as
/// an empty text, and the whole must not be used.
final class Fields {
  private static final int MAX_LENGTH = 500;

  private final ObjectNode settings;
  private final Map<String, String> secrets;
  private final Set<String> known = new HashSet<>();
  private final List<Flaw> flaws = new ArrayList<>();

  Fields(ObjectNode settings, Map<String, String> secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /// All flaws, with fields that nobody asked for.
  List<Flaw> flaws() {
    List<Flaw> all = new ArrayList<>(flaws);
    settings.fieldNames().forEachRemaining(name -> unknown("settings." + name).ifPresent(all::add));
    secrets.keySet().forEach(name -> unknown("secrets." + name).ifPresent(all::add));
    return all;
  }

  private Optional<Flaw> unknown(String field) {
    return known.contains(field)
        ? Optional.empty()
        : Optional.of(new Flaw(field, "is not known to this kind of channel"));
  }

  void flaw(String field, String message) {
    flaws.add(new Flaw(field, message));
  }

  Optional<String> optional(String name) {
    known.add("settings." + name);
    JsonNode value = settings.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      flaw("settings." + name, "must be a text");
      return Optional.empty();
    }
    if (value.textValue().length() > MAX_LENGTH) {
      flaw("settings." + name, "is longer than " + MAX_LENGTH + " characters");
    }
    return Optional.of(value.textValue());
  }

  String text(String name) {
    Optional<String> value = optional(name);
    if (value.isEmpty() && flaws.stream().noneMatch(it -> it.field().equals("settings." + name))) {
      flaw("settings." + name, "is missing");
    }
    return value.orElse("");
  }

  JsonNode node(String name) {
    known.add("settings." + name);
    return settings.path(name);
  }

  /// A URL, checked as far as its text tells.
  String url(String name) {
    String value = text(name);
    if (!value.isEmpty()) {
      TargetUri.flaw(value).ifPresent(what -> flaw("settings." + name, what));
    }
    return value;
  }

  /// The beginning of a service's URLs, which somebody may replace by a gateway of his own.
  String server(String usual) {
    Optional<String> other = optional("server");
    other.flatMap(TargetUri::flaw).ifPresent(what -> flaw("settings.server", what));
    return other.orElse(usual).replaceFirst("/+$", "");
  }

  String secret(String name, Pattern form, String hint) {
    Optional<String> value = optionalSecret(name, form, hint);
    if (value.isEmpty()) {
      flaw("secrets." + name, "is missing: " + hint);
    }
    return value.orElse("");
  }

  /// Never shows the secret.
  Optional<String> optionalSecret(String name, Pattern form, String hint) {
    known.add("secrets." + name);
    Optional<String> value = Optional.ofNullable(secrets.get(name));
    value
        .filter(it -> !form.matcher(it).matches())
        .ifPresent(_ -> flaw("secrets." + name, "has the wrong form: " + hint));
    return value;
  }
}
