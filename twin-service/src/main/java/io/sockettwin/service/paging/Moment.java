package io.sockettwin.service.paging;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// A parameter that is a moment.
public final class Moment {
  private Moment() {}

  public static Instant of(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      Flaw flaw = new Flaw(field, "must be a time like 2026-01-31T12:00:00Z");
      throw Problem.of(ProblemCode.INVALID, field + " " + flaw.message() + ".", flaw).refused();
    }
  }
}
