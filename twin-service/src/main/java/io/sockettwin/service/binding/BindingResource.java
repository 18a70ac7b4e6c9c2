package io.sockettwin.service.binding;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/devices/{productId}/{name}/binding")
@RunOnVirtualThread
@Tag(name = "Binding")
class BindingResource {
  private final Bindings bindings;
  private final Twins twins;
  private final SecurityIdentity caller;

  BindingResource(Bindings bindings, Twins twins, SecurityIdentity caller) {
    this.bindings = bindings;
    this.twins = twins;
    this.caller = caller;
  }

  /// Whose a device is.
  record Binding(String owner, Instant boundAt) {
    static Binding of(BindingRow row) {
      return new Binding(row.owner, row.boundAt);
    }
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Tell whose a device is")
  public Binding get(@PathParam("productId") String productId, @PathParam("name") String name) {
    return bindings.find(twins.require(productId, name)).map(Binding::of).orElseThrow(this::none);
  }

  @PUT
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Bind a device to yourself", description = "The device is told.")
  public Binding bind(@PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device = twins.require(productId, name);
    Instant now = Instant.now();
    Binding binding = Binding.of(bindings.bind(device, caller.getPrincipal().getName(), now));
    bindings.tellBound(device, now);
    return binding;
  }

  @DELETE
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Unbind a device", description = "The device is told.")
  public void unbind(@PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device = twins.require(productId, name);
    if (!bindings.unbind(device)) {
      throw none();
    }
    bindings.tellUnbound(device, Instant.now());
  }

  private Refused none() {
    return Problem.of(ProblemCode.NOT_FOUND, "The device is nobody's.").refused();
  }
}
