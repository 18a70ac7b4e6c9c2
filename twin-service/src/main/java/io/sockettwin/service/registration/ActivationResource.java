package io.sockettwin.service.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.device.SecretIssuer;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/devices/{productId}/{name}/activation")
@Tag(name = "Devices")
class ActivationResource {
  private final SecretIssuer issuer;
  private final Devices devices;

  ActivationResource(SecretIssuer issuer, Devices devices) {
    this.issuer = issuer;
    this.devices = devices;
  }

  @DELETE
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Let a device register again",
      description =
          "Forgets that it has connected. Its secret stays valid until it asks for a new one.")
  @RunOnVirtualThread
  public void reset(@PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device =
        DeviceKey.of(productId, name)
            .filter(issuer::reset)
            .orElseThrow(() -> {
              String detail = "There is no device " + productId + "/" + name + ".";
              return Problem.of(ProblemCode.NOT_FOUND, detail).refused();
            });
    devices.changed(device);
  }
}
