package io.sockettwin.service.push.kind;

import io.sockettwin.service.problem.Problem.Flaw;
import java.util.List;

/// What came of reading a channel's settings.
public sealed interface Parsed {
  record Valid(Target target) implements Parsed {}

  record Invalid(List<Flaw> flaws) implements Parsed {}
}
