package io.sockettwin.service.problem;

import java.io.Serial;

/// Ends a request with a problem. Without stack trace: it is the client's fault, not ours.
public final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
