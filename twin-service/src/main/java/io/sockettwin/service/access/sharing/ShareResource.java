package io.sockettwin.service.access.sharing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.sharing.Shares.Share;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/devices/{productId}/{name}/shares")
@RunOnVirtualThread
@RolesAllowed(Rights.ARRANGE)
@Tag(name = "Sharing")
class ShareResource {
  private final Shares shares;
  private final Visible visible;

  ShareResource(Shares shares, Visible visible) {
    this.shares = shares;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "List with whom a device is shared")
  public List<Share> list(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return shares.of(productId, name);
  }

  @PUT
  @Path("/{user}")
  @Operation(summary = "Share a device with a user, for good or for a time")
  public void put(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @PathParam("user") String user,
      @NotNull @Valid ShareDraft share) {
    shares.put(productId, name, user, share, visible.caller().name(), Instant.now());
  }

  @DELETE
  @Path("/{user}")
  @Operation(summary = "Share a device no more")
  public void end(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @PathParam("user") String user) {
    shares.end(productId, name, user);
  }
}
