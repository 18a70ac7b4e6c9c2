package io.sockettwin.flow;

import io.sockettwin.thing.Problem;
import java.util.List;

/// A flow read from outside, or everything that is wrong with it.
public sealed interface ParsedFlow {

  record Valid(Flow flow) implements ParsedFlow {}

  record Invalid(List<Problem> problems) implements ParsedFlow {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
