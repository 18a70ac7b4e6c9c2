package io.sockettwin.timer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Reads cron expressions, one field after the other.
final class CronParser {
  /// More than the longest sensible list of minutes.
  static final int MAX_LENGTH = 200;

  private final CronField field;
  private final List<String> names;

  private CronParser(CronField field) {
    this.field = field;
    names = field.names.isEmpty() ? List.of() : List.of(field.names.split(" "));
  }

  static ParsedCron parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (text.length() > MAX_LENGTH) {
      return new ParsedCron.Invalid("must not be longer than " + MAX_LENGTH + " characters");
    }
    if (words.length != CronField.values().length) {
      return new ParsedCron.Invalid(
          "needs five fields: minute, hour, day of month, month and day of week");
    }
    List<BitSet> fields = new ArrayList<>();
    try {
      for (CronField field : CronField.values()) {
        fields.add(new CronParser(field).list(words[fields.size()]));
      }
    } catch (Unreadable e) {
      return new ParsedCron.Invalid(e.reason);
    }
    return new ParsedCron.Valid(
        new Cron(
            String.join(" ", words),
            fields.get(0),
            fields.get(1),
            fields.get(2),
            fields.get(3),
            fields.get(4)));
  }

  private BitSet list(String word) throws Unreadable {
    BitSet values = new BitSet();
    for (String item : word.split(",", -1)) {
      String[] parts = item.split("/", 2);
      int step = parts.length == 1 ? 1 : step(parts[1]);
      range(parts[0], parts.length > 1, step, values);
    }
    return values;
  }

  private void range(String word, boolean stepped, int step, BitSet values) throws Unreadable {
    int first = field.first;
    int last = field.last;
    if (!word.equals("*")) {
      String[] ends = word.split("-", 2);
      first = value(ends[0]);
      last = ends.length == 2 ? value(ends[1]) : stepped ? field.last : first;
    }
    // FRI-SUN, where Sunday is 0: its other number closes the week.
    if (field == CronField.DAY_OF_WEEK && last == 0 && first > 0) {
      last = 7;
    }
    if (first > last) {
      throw new Unreadable(field, word + " runs backwards");
    }
    for (int value = first; value <= last; value += step) {
      values.set(field == CronField.DAY_OF_WEEK ? value % 7 : value);
    }
  }

  private int step(String word) throws Unreadable {
    int step = number(word);
    if (step < 1 || step > field.last) {
      throw new Unreadable(field, "a step must be 1 to " + field.last + ", not " + word);
    }
    return step;
  }

  private int value(String word) throws Unreadable {
    int named = names.indexOf(word.toUpperCase(Locale.ROOT));
    int value = named >= 0 ? named + field.first : number(word);
    boolean sunday = field == CronField.DAY_OF_WEEK && value == 7;
    if (!sunday && (value < field.first || value > field.last)) {
      throw new Unreadable(field, word + " is not within " + field.first + " to " + field.last);
    }
    return value;
  }

  private int number(String word) throws Unreadable {
    if (word.isEmpty()
        || word.length() > 4
        || !word.chars().allMatch(it -> it >= '0' && it <= '9')) {
      throw new Unreadable(field, "\"" + word + "\" cannot be read");
    }
    return Integer.parseInt(word);
  }

  /// Carries the reason out of a field.
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    final String reason;

    Unreadable(CronField field, String reason) {
      super(null, null, false, false);
      this.reason = field.title + ": " + reason;
    }
  }
}
