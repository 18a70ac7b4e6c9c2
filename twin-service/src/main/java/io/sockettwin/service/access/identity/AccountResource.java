package io.sockettwin.service.access.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.identity.Sessions.SessionView;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/account")
@RunOnVirtualThread
@RolesAllowed(Rights.ACCOUNT)
@Tag(name = "Account", description = "What users decide for themselves, in a browser")
class AccountResource {
  /// The password so far, and the one from now on.
  record PasswordChange(
      @NotNull @Size(max = Passwords.MAX_LENGTH) String present,
      @Schema(description = "10 to 128 characters") @NotNull String chosen) {
    @Override
    public String toString() {
      return "PasswordChange[hidden]";
    }
  }

  record LanguageChoice(
      @Schema(description = "en or zh; absent: the browser's")
          @Nullable
          @Pattern(regexp = UserFields.LANGUAGE, message = "must be en or zh")
          String language) {}

  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Gatekeeper gatekeeper;
  private final Visible visible;

  AccountResource(
      Users users, Passwords passwords, Sessions sessions, Gatekeeper gatekeeper, Visible visible) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.gatekeeper = gatekeeper;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "Show your account")
  public UserView get() {
    return users.get(visible.caller().name());
  }

  @PUT
  @Path("/language")
  @Operation(summary = "Choose your language")
  public void chooseLanguage(@NotNull @Valid LanguageChoice choice) {
    users.chooseLanguage(visible.caller().name(), choice.language());
  }

  @PUT
  @Path("/password")
  @Operation(
      summary = "Change your password",
      description = "Ends your other sessions; tokens stay.")
  public void changePassword(@NotNull @Valid PasswordChange change, RoutingContext context) {
    Caller caller = visible.caller();
    String address = context.request().remoteAddress().hostAddress();
    if (gatekeeper.user(caller.name(), change.present(), address, Instant.now()).isEmpty()) {
      throw invalid("present", "is not your password");
    }
    if (change.chosen().equals(change.present())) {
      throw invalid("chosen", "is the old one");
    }
    Passwords.flaw(change.chosen(), caller.name())
        .ifPresent(flaw -> {
          throw invalid("chosen", flaw);
        });
    users.choosePassword(caller.name(), passwords.hash(change.chosen()));
    sessions.closeOthers(caller);
  }

  @GET
  @Path("/sessions")
  @Operation(summary = "List the browsers you are signed in with")
  public List<SessionView> sessions() {
    return sessions.of(visible.caller(), Instant.now());
  }

  @DELETE
  @Path("/sessions")
  @Operation(summary = "Sign out everywhere, here as well")
  public void endSessions() {
    sessions.closeAll(visible.caller().name());
  }

  @DELETE
  @Path("/sessions/{id}")
  @Operation(summary = "Sign one browser out")
  public void endSession(@PathParam("id") UUID id) {
    if (!sessions.close(visible.caller().name(), id)) {
      throw Problem.of(ProblemCode.NOT_FOUND, "You have no session " + id + ".").refused();
    }
  }

  private static RuntimeException invalid(String field, String message) {
    return Problem.of(
            ProblemCode.INVALID, "The password cannot be changed.", new Flaw(field, message))
        .refused();
  }
}
