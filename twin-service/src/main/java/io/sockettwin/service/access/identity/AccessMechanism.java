package io.sockettwin.service.access.identity;

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
import io.sockettwin.service.access.Caller;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Recognizes a request by `Authorization: Bearer` with a key or token, or by its session cookie.
@Singleton
class AccessMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  private final Gatekeeper gatekeeper;
  private final RequestRates rates;

  AccessMechanism(Gatekeeper gatekeeper, RequestRates rates) {
    this.gatekeeper = gatekeeper;
    this.rates = rates;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    String address = context.request().remoteAddress().hostAddress();
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String secret = authorization.substring(BEARER.length()).strip();
      return identity(context, () -> gatekeeper.bearer(secret, address, Instant.now()));
    }
    Cookie cookie = context.request().getCookie(Sessions.COOKIE);
    return cookie == null
        ? Uni.createFrom().item(() -> nobody(address))
        : identity(context, () -> gatekeeper.session(cookie.getValue(), address, Instant.now()));
  }

  private @Nullable SecurityIdentity nobody(String address) {
    rates.requireOfStranger(address);
    return null;
  }

  /// The database must not be asked on the event loop.
  private Uni<SecurityIdentity> identity(
      RoutingContext context, Callable<Optional<Caller>> question) {
    return Uni.createFrom()
        .completionStage(() -> context.vertx().executeBlocking(question, false).toCompletionStage())
        .map(caller -> {
          caller.ifPresent(it -> {
            it.note(context);
            rates.require(it);
          });
          return caller
              .map(AccessMechanism::identity)
              .orElseThrow(AuthenticationFailedException::new);
        });
  }

  private static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRoles(caller.rights())
        .addAttribute(Caller.attribute(), caller)
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
