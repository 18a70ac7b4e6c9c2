package io.sockettwin.service.access.sharing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.sharing.Members.Member;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/homes/{homeId}/members")
@RunOnVirtualThread
@Tag(name = "Sharing", description = "Who else may use homes and devices")
class MemberResource {
  /// How far it goes.
  record MemberDraft(@NotNull Level level) {}

  private final Members members;

  MemberResource(Members members) {
    this.members = members;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List who belongs to a home")
  public List<Member> list(@PathParam("homeId") UUID homeId) {
    return members.of(homeId);
  }

  @PUT
  @Path("/{user}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(
      summary = "Let a user into a home, or say how far it goes",
      description = "All devices in the home come with it, now and later.")
  public void put(
      @PathParam("homeId") UUID homeId,
      @PathParam("user") String user,
      @NotNull @Valid MemberDraft member) {
    members.put(homeId, user, member.level(), Instant.now());
  }

  @DELETE
  @Path("/{user}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "No longer let a user into a home")
  public void remove(@PathParam("homeId") UUID homeId, @PathParam("user") String user) {
    members.remove(homeId, user);
  }
}
