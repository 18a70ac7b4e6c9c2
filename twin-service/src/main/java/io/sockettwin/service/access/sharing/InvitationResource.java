package io.sockettwin.service.access.sharing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.sharing.Invitations.Invitation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/homes/{homeId}/invitations")
@RunOnVirtualThread
@RolesAllowed(Rights.ARRANGE)
@Tag(name = "Sharing")
class InvitationResource {
  /// How far it is to go.
  record InvitationDraft(@NotNull Level level) {}

  private final Invitations invitations;
  private final Visible visible;

  InvitationResource(Invitations invitations, Visible visible) {
    this.invitations = invitations;
    this.visible = visible;
  }

  @POST
  @Operation(
      summary = "Invite somebody into a home",
      description = "Shows a code, once, that makes one user a member within a week.")
  @APIResponseSchema(value = Invitation.class, responseCode = "201")
  public RestResponse<Invitation> invite(
      @PathParam("homeId") UUID homeId, @NotNull @Valid InvitationDraft draft) {
    Invitation invitation =
        invitations.issue(homeId, draft.level(), visible.caller().name(), Instant.now());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, invitation)
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Operation(summary = "List invitations nobody has taken yet")
  public List<Invitation> list(@PathParam("homeId") UUID homeId) {
    return invitations.of(homeId);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Take an invitation back")
  public void takeBack(@PathParam("homeId") UUID homeId, @PathParam("id") UUID id) {
    invitations.takeBack(homeId, id);
  }
}
