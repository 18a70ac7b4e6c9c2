package io.sockettwin.service.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/session")
@RunOnVirtualThread
@SecurityScheme(
    securitySchemeName = "accessKey",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The key in the file access-key of the data folder; a session does as well")
@Tag(name = "Session", description = "Signing in and out of a browser")
class SessionResource {
  /// An access key to exchange for a session.
  record SignIn(@NotBlank @Size(max = 256) String key) {
    @Override
    public String toString() {
      return "SignIn[hidden]";
    }
  }

  /// Who is signed in.
  record SignedIn(String name, String role) {}

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final AccessConfig config;
  private final SecurityIdentity identity;

  SessionResource(
      Gatekeeper gatekeeper, Sessions sessions, AccessConfig config, SecurityIdentity identity) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
    this.config = config;
    this.identity = identity;
  }

  @POST
  @PermitAll
  @Operation(summary = "Sign in with an access key", description = "Sets the session cookie.")
  public RestResponse<SignedIn> signIn(@NotNull @Valid SignIn signIn, RoutingContext context) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String address = context.request().remoteAddress().hostAddress();
    Grant grant =
        gatekeeper
            .check(signIn.key().strip(), address, now)
            .orElseThrow(
                () -> Problem.of(ProblemCode.UNAUTHENTICATED, "This key is not valid.").refused());
    String secret = sessions.open(grant, now, now.plus(config.sessionLife()));
    return RestResponse.ResponseBuilder.ok(new SignedIn(grant.name(), grant.role()))
        .cookie(cookie(secret, config.sessionLife()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "Tell who is signed in")
  public SignedIn current() {
    return new SignedIn(
        identity.getPrincipal().getName(), identity.getRoles().stream().findFirst().orElse(""));
  }

  @DELETE
  @PermitAll
  @Operation(summary = "Sign out")
  public RestResponse<Void> signOut(@CookieParam(Sessions.COOKIE) @Nullable String secret) {
    if (secret != null) {
      sessions.close(secret);
    }
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(cookie("", Duration.ZERO)).build();
  }

  private NewCookie cookie(String value, Duration life) {
    return new NewCookie.Builder(Sessions.COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(config.secureCookie())
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge((int) life.toSeconds())
        .build();
  }
}
