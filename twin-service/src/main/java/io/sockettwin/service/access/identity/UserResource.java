package io.sockettwin.service.access.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/users")
@RunOnVirtualThread
@RolesAllowed(Rights.ADMINISTER)
@Tag(name = "Users", description = "Who may sign in, and as what")
class UserResource {
  private final Users users;
  private final Sessions sessions;
  private final Once once;
  private final Visible visible;

  UserResource(Users users, Sessions sessions, Once once, Visible visible) {
    this.users = users;
    this.sessions = sessions;
    this.once = once;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "List users by name")
  public Slice<UserView> list(@Valid @BeanParam SliceParams part) {
    return users.list(part);
  }

  @POST
  @Operation(
      summary = "Create a user",
      description = "Shows a password, once, that has to be changed at the first sign-in.")
  @APIResponseSchema(value = UserView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid UserDraft user, @HeaderParam(Once.HEADER) @Nullable String key) {
    return once.answer(key, "users", user, () -> users.create(user, Instant.now()));
  }

  @GET
  @Path("/{user}")
  @Operation(summary = "Show a user")
  public RestResponse<UserView> get(@PathParam("user") String user) {
    UserView view = users.get(user);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{user}")
  @Operation(
      summary = "Change a user's role, or disable them",
      description = "A merge patch (RFC 7396). It counts from the next request on.")
  public RestResponse<UserView> change(
      @PathParam("user") String user,
      @RequestBody(content = @Content(schema = @Schema(implementation = UserFields.class))) @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    requireOther(user);
    UserView view = users.change(user, change, ifMatch);
    return Versions.ok(view, view.version());
  }

  @POST
  @Path("/{user}/password")
  @Operation(
      summary = "Give a user a new one-time password",
      description = "Shows it, once, and ends the user's sessions.")
  public RestResponse<UserView> resetPassword(@PathParam("user") String user) {
    requireOther(user);
    UserView view = users.resetPassword(user);
    return Versions.okWithSecret(view, view.version());
  }

  @DELETE
  @Path("/{user}/sessions")
  @Operation(summary = "Sign a user out everywhere")
  public void endSessions(@PathParam("user") String user) {
    sessions.closeAll(users.get(user).name());
  }

  @DELETE
  @Path("/{user}")
  @Operation(
      summary = "Delete a user",
      description =
          "With sessions, tokens, memberships, shares and bindings. What the user did stays in the"
              + " audit log.")
  public void delete(
      @PathParam("user") String user, @HeaderParam("If-Match") @Nullable String ifMatch) {
    requireOther(user);
    users.delete(user, ifMatch);
  }

  /// Nobody locks himself out by mistake.
  private void requireOther(String user) {
    if (visible.caller().name().equals(user)) {
      throw Problem.of(ProblemCode.FORBIDDEN, "Somebody else has to do this to you.").refused();
    }
  }
}
