package io.sockettwin.flow;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with placeholders: `$voltage` or `${voltage}`; `$$` is a dollar sign.
public record Wording(String text) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$(?:(\\$)|\\{([^}]*)}|([A-Za-z][A-Za-z0-9_-]*))");

  /// The placeholders that are none of these names.
  public Set<String> unknown(Set<String> names) {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher found = PLACEHOLDER.matcher(text);
    while (found.find()) {
      if (found.group(1) == null && known(found, names) == null) {
        unknown.add(found.group(2) == null ? found.group(3) : found.group(2));
      }
    }
    return unknown;
  }

  /// The text with values in the places of their names.
  ///
  /// @param names those that `values` knows
  public String fill(Set<String> names, UnaryOperator<String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> {
          String name = found.group(1) == null ? known(found, names) : null;
          String filled =
              found.group(1) != null
                  ? "$"
                  : name == null ? found.group() : values.apply(name) + rest(found, name);
          return Matcher.quoteReplacement(filled);
        });
  }

  /// The longest name at the beginning, so that `$voltage-drop` may be a value and a word.
  private static @Nullable String known(MatchResult found, Set<String> names) {
    if (found.group(2) != null) {
      return names.contains(found.group(2)) ? found.group(2) : null;
    }
    String word = found.group(3);
    for (int end = word.length(); end > 0; end--) {
      boolean wordEnds = end == word.length() || word.charAt(end) == '-';
      if (wordEnds && names.contains(word.substring(0, end))) {
        return word.substring(0, end);
      }
    }
    return null;
  }

  private static String rest(MatchResult found, String name) {
    return found.group(3) == null ? "" : found.group(3).substring(name.length());
  }
}
