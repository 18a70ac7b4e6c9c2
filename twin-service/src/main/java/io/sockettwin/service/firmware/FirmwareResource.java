package io.sockettwin.service.firmware;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/twins/{productId}/{name}/firmware")
@RunOnVirtualThread
@Tag(name = "Firmware", description = "Updates over the air")
class FirmwareResource {
  private final FirmwareOrders orders;
  private final Twins twins;

  FirmwareResource(FirmwareOrders orders, Twins twins) {
    this.orders = orders;
    this.twins = twins;
  }

  /// An order and how far it has come.
  ///
  /// @param code the device's, when it failed
  record FirmwareOrder(
      String version,
      String url,
      long sizeBytes,
      String md5,
      FirmwareState state,
      int percent,
      int code,
      String status,
      Instant orderedAt,
      Instant changedAt) {
    static FirmwareOrder of(FirmwareRow row) {
      return new FirmwareOrder(
          row.version,
          row.url,
          row.sizeBytes,
          row.md5,
          row.state,
          row.percent,
          row.code,
          row.status,
          row.orderedAt,
          row.changedAt);
    }
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show the update ordered last, and how far it has come")
  public FirmwareOrder get(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return orders
        .find(twins.require(productId, name))
        .map(FirmwareOrder::of)
        .orElseThrow(FirmwareResource::none);
  }

  @PUT
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Order an update",
      description =
          """
          Sent at once to a device that is connected, and again whenever it tells another version, five \
          times at most. Replaces an earlier order.\
          """)
  public FirmwareOrder order(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @NotNull @Valid FirmwareDraft draft) {
    DeviceKey device = twins.require(productId, name);
    Instant now = Instant.now();
    orders.order(device, draft, now);
    if (twins.get(device).presence().connected()) {
      orders.deliver(device, now).ifPresent(order -> twins.send(device, order));
    }
    return get(productId, name);
  }

  @DELETE
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Take an order back",
      description = "A device that has it already goes on with it.")
  public void cancel(@PathParam("productId") String productId, @PathParam("name") String name) {
    if (!orders.cancel(twins.require(productId, name))) {
      throw none();
    }
  }

  private static Refused none() {
    return Problem.of(ProblemCode.NOT_FOUND, "No update was ordered for the device.").refused();
  }
}
