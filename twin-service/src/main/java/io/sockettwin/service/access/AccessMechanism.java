package io.sockettwin.service.access;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Recognizes a request by `Authorization: Bearer` with an access key, or by its session cookie.
@Singleton
class AccessMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;

  AccessMechanism(Gatekeeper gatekeeper, Sessions sessions) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String key = authorization.substring(BEARER.length()).strip();
      String address = context.request().remoteAddress().hostAddress();
      return identity(context, () -> gatekeeper.check(key, address, Instant.now()));
    }
    Cookie cookie = context.request().getCookie(Sessions.COOKIE);
    return cookie == null
        ? Uni.createFrom().nullItem()
        : identity(context, () -> sessions.grant(cookie.getValue(), Instant.now()));
  }

  /// The database must not be asked on the event loop.
  private static Uni<SecurityIdentity> identity(
      RoutingContext context, Callable<Optional<Grant>> question) {
    return Uni.createFrom()
        .completionStage(() -> context.vertx().executeBlocking(question, false).toCompletionStage())
        .map(grant ->
            grant.map(AccessMechanism::identity).orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(Grant grant) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(grant.name()))
        .addRole(grant.role())
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
