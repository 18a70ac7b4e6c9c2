package io.sockettwin.service.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/devices/{productId}/{name}/sub-devices")
@RunOnVirtualThread
@Tag(name = "Gateways", description = "Devices behind a gateway")
class SubDeviceResource {
  private final SubDevices subDevices;
  private final Gateways gateways;
  private final Twins twins;
  private final GatewayConfig config;

  SubDeviceResource(SubDevices subDevices, Gateways gateways, Twins twins, GatewayConfig config) {
    this.subDevices = subDevices;
    this.gateways = gateways;
    this.twins = twins;
    this.config = config;
  }

  /// A device bound to a gateway.
  ///
  /// @param present whether its gateway says that it is there
  record BoundDevice(String productId, String name, Instant boundAt, boolean present) {
    static BoundDevice of(SubDeviceRow row) {
      return new BoundDevice(row.productId, row.name, row.boundAt, row.session > 0);
    }
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List the devices bound to a gateway")
  public List<BoundDevice> list(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return subDevices.rows(twins.require(productId, name)).stream().map(BoundDevice::of).toList();
  }

  @PUT
  @Path("/{subProductId}/{subName}")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Bind a device to a gateway", description = "The gateway is told.")
  public void bind(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @PathParam("subProductId") String subProductId,
      @PathParam("subName") String subName) {
    DeviceKey gateway = twins.require(productId, name);
    DeviceKey device = twins.require(subProductId, subName);
    switch (subDevices.bind(device, gateway, config.maxSubDevices(), Instant.now())) {
      case OK -> tell(gateway, device, true);
      case ALREADY_BOUND -> {}
      case BOUND_ELSEWHERE -> throw refused("It is bound to another gateway.");
      case FORBIDDEN ->
          throw refused("A gateway has " + config.maxSubDevices() + " devices at most.");
      case CANNOT_BE_BOUND,
          NOT_BOUND_TO_THIS_GATEWAY,
          BAD_PARAMETER,
          UNKNOWN_DEVICE,
          BAD_SIGNATURE,
          METHOD_UNSUPPORTED,
          SIGNATURE_EXPIRED ->
          throw refused("Gateways cannot stand behind gateways.");
    }
  }

  @DELETE
  @Path("/{subProductId}/{subName}")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Take a device from its gateway", description = "The gateway is told.")
  public void unbind(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @PathParam("subProductId") String subProductId,
      @PathParam("subName") String subName) {
    DeviceKey gateway = twins.require(productId, name);
    DeviceKey device = twins.require(subProductId, subName);
    if (gateways.unbind(gateway, device, Instant.now()) != GatewayResult.OK) {
      throw Problem.of(ProblemCode.NOT_FOUND, "It is not bound to this gateway.").refused();
    }
    tell(gateway, device, false);
  }

  private void tell(DeviceKey gateway, DeviceKey device, boolean bound) {
    gateways.changed(gateway);
    twins.send(gateway, new Message.GatewayChange(bound, List.of(device)));
  }

  private static RuntimeException refused(String detail) {
    return Problem.of(ProblemCode.IN_USE, detail).refused();
  }
}
