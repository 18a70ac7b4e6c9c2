package io.sockettwin.service.fleet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/fleet")
@RunOnVirtualThread
@Tag(name = "Fleet", description = "All devices and the service together")
class FleetResource {
  private final FleetStates states;
  private final Pulse pulse;

  FleetResource(FleetStates states, Pulse pulse) {
    this.states = states;
    this.pulse = pulse;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "The state of the fleet",
      description =
          "Cheap enough to be asked every two seconds: states are counted that often at most,"
              + " meters are read every five seconds.")
  public FleetView get() {
    return new FleetView(states.counts(), pulse.newest(), pulse.hops());
  }

  @GET
  @Path("/pulse")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Connected devices and messages over the last hour, the oldest first")
  public List<Beat> pulse() {
    return pulse.beats();
  }

  @GET
  @Path("/map")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "The state of each device of a product, by name; the first 20 000")
  public FleetMap map(@QueryParam("productId") @NotNull String productId) {
    return states.map(productId);
  }
}
