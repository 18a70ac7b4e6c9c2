package io.sockettwin.loadsim.check;

import java.util.List;

/// Something about one device that the service has got wrong.
public record Difference(String device, Kind kind, String detail) {

  /// How many there are of a kind.
  public static int count(List<Difference> differences, Kind kind) {
    return Math.toIntExact(differences.stream().filter(it -> it.kind() == kind).count());
  }

  /// What is wrong, with its name in results.
  public enum Kind {
    TWIN_MISSING("no twin"),
    TWIN_WRONG("twin differs"),
    UNANSWERED("unanswered"),
    LATE("answered late"),
    HISTORY_MISSING("history incomplete"),
    HISTORY_DOUBLED("history doubled"),
    EVENTS_MISSING("events missing"),
    EVENTS_DOUBLED("events doubled"),
    ALARM_MISSING("alarm missing"),
    ALARM_DOUBLED("alarm doubled"),
    PUSH_MISSING("push missing"),
    CONTROL_LOST("control lost"),
    TIMER_MISSING("timer missing"),
    TIMER_DOUBLED("timer doubled"),
    TIMER_EARLY("timer too early"),
    RULE_BROKEN("socket broke a rule"),
    UNREACHABLE("not connected at the end");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
