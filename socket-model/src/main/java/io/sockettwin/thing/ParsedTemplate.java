package io.sockettwin.thing;

import java.util.List;

/// A data template read from outside, or everything that is wrong with it.
public sealed interface ParsedTemplate {

  record Valid(DataTemplate template) implements ParsedTemplate {}

  record Invalid(List<Problem> problems) implements ParsedTemplate {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
