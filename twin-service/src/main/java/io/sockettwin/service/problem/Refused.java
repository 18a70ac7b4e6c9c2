package io.sockettwin.service.problem;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem. Without stack trace: it is the client's fault, not ours.
public final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  Refused(Problem problem, @Nullable Duration retryAfter) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public Problem problem() {
    return problem;
  }

  /// When it is worth asking again, if that will help.
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
