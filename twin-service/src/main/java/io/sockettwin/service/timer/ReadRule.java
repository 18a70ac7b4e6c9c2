package io.sockettwin.service.timer;

import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.timer.TimeRule;
import java.util.List;

/// A rule of time read from outside, or everything that is wrong with it.
sealed interface ReadRule {
  record Valid(TimeRule rule) implements ReadRule {}

  record Invalid(List<Flaw> flaws) implements ReadRule {}

  static ReadRule of(RuleDraft draft) {
    return new RuleReader(draft).read();
  }
}
