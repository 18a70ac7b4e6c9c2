package io.sockettwin.loadsim.scenario;

import java.util.List;

/// What came of reading a scenario.
public sealed interface ParsedScenario {

  record Valid(Scenario scenario) implements ParsedScenario {}

  /// Everything that is wrong with it, from top to bottom.
  record Invalid(List<Problem> problems) implements ParsedScenario {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
