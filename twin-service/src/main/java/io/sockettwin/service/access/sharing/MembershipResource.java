package io.sockettwin.service.access.sharing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.sharing.Members.Membership;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/account/memberships")
@RunOnVirtualThread
@RolesAllowed(Rights.ACCOUNT)
@Tag(name = "Account")
class MembershipResource {
  /// The code of an invitation.
  record Acceptance(@NotBlank @Size(max = 64) String code) {
    @Override
    public String toString() {
      return "Acceptance[hidden]";
    }
  }

  private final Members members;
  private final Invitations invitations;
  private final Visible visible;

  MembershipResource(Members members, Invitations invitations, Visible visible) {
    this.members = members;
    this.invitations = invitations;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "List the homes you belong to")
  public List<Membership> list() {
    return members.of(visible.caller().name());
  }

  @POST
  @Operation(summary = "Come into a home by an invitation's code")
  public List<Membership> accept(@NotNull @Valid Acceptance acceptance) {
    invitations.accept(acceptance.code(), visible.caller().name(), Instant.now());
    return list();
  }

  @DELETE
  @Path("/{membership}")
  @Operation(summary = "Leave a home, by its id")
  public void leave(@PathParam("membership") UUID homeId) {
    members.remove(homeId, visible.caller().name());
  }
}
