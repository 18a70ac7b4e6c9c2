package io.sockettwin.service.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

@Path("/api/devices")
@RunOnVirtualThread
@Tag(name = "Devices", description = "The registry of devices")
class DeviceResource {
  private final Devices devices;
  private final DeviceList list;
  private final BulkChanges bulk;
  private final Once once;

  DeviceResource(Devices devices, DeviceList list, BulkChanges bulk, Once once) {
    this.devices = devices;
    this.list = list;
    this.bulk = bulk;
    this.once = once;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "List devices",
      description =
          "Those that satisfy everything given; `sort` is name, -name, createdAt or"
              + " -createdAt.")
  public Slice<DeviceView> list(
      @Valid @BeanParam DeviceFilter filter,
      @QueryParam("sort")
          @DefaultValue("name")
          @Pattern(
              regexp = DeviceList.SORTS,
              message = "must be name, -name, createdAt or -createdAt")
          String sort,
      @Valid @BeanParam SliceParams part) {
    return list.list(filter, sort, part);
  }

  @POST
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Create a device",
      description = "Shows its secret, once. With an Idempotency-Key it may safely be repeated.")
  @APIResponseSchema(value = DeviceView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid DeviceDraft draft, @HeaderParam(Once.HEADER) @Nullable String key) {
    Response created =
        once.answer(key, "devices", draft, () -> devices.create(draft, Instant.now()));
    devices.changed(new DeviceKey(draft.productId(), draft.name()));
    return created;
  }

  @POST
  @Path("/bulk")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Change many devices at once",
      description =
          "Those that are listed, or those that satisfy the filter, all or none. Saying it"
              + " twice changes nothing more.")
  public BulkChange.Outcome changeMany(@NotNull @Valid BulkChange change) {
    BulkChanges.Result result = bulk.carryOut(change);
    result.touched().forEach(change.revokes() ? devices::revoked : devices::changed);
    return result.outcome();
  }

  @GET
  @Path("/{productId}/{name}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a device")
  public RestResponse<DeviceView> get(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceView view = devices.get(productId, name);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{productId}/{name}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(
      summary = "Change what is said about a device",
      description =
          "A merge patch (RFC 7396): what is absent stays, null removes. A disabled"
              + " device is disconnected and cannot connect. With If-Match only the version seen.")
  public RestResponse<DeviceView> change(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @RequestBody(content = @Content(schema = @Schema(implementation = DeviceFields.class)))
          @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    DeviceView changed = devices.change(productId, name, change, ifMatch);
    DeviceKey device = new DeviceKey(productId, name);
    if (changed.enabled()) {
      devices.changed(device);
    } else {
      devices.revoked(device);
    }
    return Versions.ok(changed, changed.version());
  }

  @POST
  @Path("/{productId}/{name}/secret")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Renew a device's secret",
      description =
          "Shows the new one, once. Whoever is connected with the old one is disconnected.")
  public RestResponse<DeviceView> renewSecret(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    DeviceView renewed = devices.renewSecret(productId, name, ifMatch);
    devices.revoked(new DeviceKey(productId, name));
    return Versions.okWithSecret(renewed, renewed.version());
  }

  @DELETE
  @Path("/{productId}/{name}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a device and all that is known of it")
  public void delete(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    devices.delete(productId, name, ifMatch);
    devices.revoked(new DeviceKey(productId, name));
  }
}
