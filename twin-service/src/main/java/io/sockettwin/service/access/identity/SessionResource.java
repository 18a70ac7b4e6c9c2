package io.sockettwin.service.access.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.AccessConfig;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Caller.Way;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.identity.Sessions.From;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    description =
        "A user's token, or the key in the file access-key of the data folder; a session does as"
            + " well")
@Tag(name = "Session", description = "Signing in and out of a browser")
class SessionResource {
  /// What is exchanged for a session: a user's name and password, or the key.
  record SignIn(
      @Nullable @Size(max = 64) String name,
      @Nullable @Size(max = Passwords.MAX_LENGTH) String password,
      @Schema(description = "Instead of the two others") @Nullable @Size(max = 256) String key) {
    @Override
    public String toString() {
      return "SignIn[hidden]";
    }
  }

  /// Who is signed in, and what they may do.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignedIn(
      String name,
      Role role,
      @Schema(description = "What routes ask for: look, control, arrange …") List<String> rights,
      @Schema(description = "Nothing else is possible before") boolean mustChangePassword,
      @Schema(description = "en or zh, if it was chosen") @Nullable String language) {}

  private record Entered(Caller caller, String secret) {}

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final Users users;
  private final AccessConfig config;
  private final Visible visible;

  SessionResource(
      Gatekeeper gatekeeper, Sessions sessions, Users users, AccessConfig config, Visible visible) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
    this.users = users;
    this.config = config;
    this.visible = visible;
  }

  @POST
  @PermitAll
  @Operation(
      summary = "Sign in with name and password, or with the access key",
      description = "Sets the session cookie.")
  public RestResponse<SignedIn> signIn(@NotNull @Valid SignIn signIn, RoutingContext context) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    From from = from(context.request());
    Entered entered =
        signIn.key() != null
            ? withKey(signIn.key().strip(), from, now)
            : withPassword(signIn.name(), signIn.password(), from, now);
    entered.caller().note(context);
    return RestResponse.ResponseBuilder.ok(signedIn(entered.caller()))
        .cookie(cookie(entered.secret(), config.sessionLife()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Entered withKey(String key, From from, Instant now) {
    // A token is for programs: no browser may turn it into a session.
    if (gatekeeper
        .bearer(key, from.address(), now)
        .filter(caller -> caller.way() == Way.KEY)
        .isEmpty()) {
      throw Problem.of(ProblemCode.UNAUTHENTICATED, "This key is not valid.").refused();
    }
    return entered(sessions.openWithKey(key, from, now, now.plus(config.sessionLife())), now);
  }

  private Entered withPassword(
      @Nullable String name, @Nullable String password, From from, Instant now) {
    if (name == null || password == null) {
      throw Problem.of(
              ProblemCode.INVALID,
              "Name and password are needed, or a key.",
              new Flaw(name == null ? "name" : "password", "is missing"))
          .refused();
    }
    UserRow user =
        gatekeeper
            .user(name.strip().toLowerCase(Locale.ROOT), password, from.address(), now)
            .orElseThrow(() ->
                Problem.of(ProblemCode.UNAUTHENTICATED, "Name and password do not fit.").refused());
    users.signedIn(user.name, now);
    return entered(sessions.open(user.name, from, now, now.plus(config.sessionLife())), now);
  }

  private Entered entered(String secret, Instant now) {
    return new Entered(sessions.caller(secret, now).orElseThrow(), secret);
  }

  private SignedIn signedIn(Caller caller) {
    Optional<UserRow> user = users.find(caller.name());
    return new SignedIn(
        caller.name(),
        caller.role(),
        caller.rights().stream().sorted().toList(),
        user.filter(row -> row.mustChange).isPresent(),
        user.map(row -> row.fields().language()).orElse(null));
  }

  @GET
  @Authenticated
  @Operation(summary = "Tell who is signed in")
  public SignedIn current() {
    return signedIn(visible.caller());
  }

  @DELETE
  @PermitAll
  @Operation(summary = "Sign out")
  public RestResponse<Void> signOut(
      @CookieParam(Sessions.COOKIE) @Nullable String secret, RoutingContext context) {
    if (secret != null) {
      // Whoever it was, for the audit log.
      sessions.caller(secret, Instant.now()).ifPresent(caller -> caller.note(context));
      sessions.close(secret);
    }
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(cookie("", Duration.ZERO)).build();
  }

  private static From from(HttpServerRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return new From(request.remoteAddress().hostAddress(), agent == null ? "" : agent);
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
