package io.sockettwin.service.access;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses changes that another site has a browser ask for. Browsers say where a request comes
/// from; programs that say nothing have no cookies that somebody else could make them send.
final class OriginCheck {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /// `none`: typed into the address line.
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @ServerRequestFilter(preMatching = true)
  void check(HttpServerRequest request) {
    if (!SAFE.contains(request.method())
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && isForeign(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader(HttpHeaders.ORIGIN),
            request.authority() == null ? null : request.authority().toString())) {
      throw Problem.of(ProblemCode.FORBIDDEN, "Another site asked for this.").refused();
    }
  }

  /// @param site absent over plain HTTP to other machines, and from browsers before 2023
  /// @param host what the request is addressed to
  static boolean isForeign(@Nullable String site, @Nullable String origin, @Nullable String host) {
    if (site != null) {
      return !OURS.contains(site);
    }
    return origin != null && !authority(origin).equalsIgnoreCase(host);
  }

  /// Of the origin `null`, which sandboxed pages have, it is empty.
  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
