package io.sockettwin.service.paging;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags, so that two people's changes do not overwrite each other unseen.
public final class Versions {
  private Versions() {}

  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /// Answers a thing with its version.
  public static <T> RestResponse<T> ok(T view, int version) {
    return RestResponse.ResponseBuilder.ok(view).header("ETag", tag(version)).build();
  }

  /// Answers a thing that shows a secret this once.
  public static <T> RestResponse<T> okWithSecret(T view, int version) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", tag(version))
        .header("Cache-Control", "no-store")
        .build();
  }

  /// Refuses when the client saw another version. Without `If-Match` the last change wins.
  public static void requireMatch(@Nullable String ifMatch, int version) {
    if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(tag(version))) {
      throw Problem.of(
              ProblemCode.CHANGED_MEANWHILE,
              "If-Match is " + ifMatch + ", but the version is " + tag(version) + ".")
          .refused();
    }
  }
}
