package io.sockettwin.service.device;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Roles;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/devices")
@RunOnVirtualThread
@Tag(name = "Devices", description = "The registry of devices")
class DeviceResource {
  private final Devices devices;

  DeviceResource(Devices devices) {
    this.devices = devices;
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "List devices, of one product or of all")
  public Page<DeviceView> list(
      @QueryParam("productId") @Nullable String productId, @Valid @BeanParam PageParams page) {
    return devices.page(productId, page);
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Create a device", description = "Shows its secret, once.")
  @APIResponseSchema(value = DeviceView.class, responseCode = "201")
  public RestResponse<DeviceView> create(@NotNull @Valid DeviceDraft draft) {
    DeviceView created = devices.create(draft, Instant.now());
    devices.changed(created.productId(), created.name());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
        .location(
            UriBuilder.fromPath("/api/devices/{productId}/{name}")
                .build(created.productId(), created.name()))
        .header("ETag", Versions.tag(created.version()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{productId}/{name}")
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "Show a device")
  public RestResponse<DeviceView> get(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return tagged(devices.get(productId, name));
  }

  @PATCH
  @Path("/{productId}/{name}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Enable or disable a device")
  public RestResponse<DeviceView> change(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @NotNull @Valid DeviceChange change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    DeviceView changed = devices.change(productId, name, change, ifMatch);
    devices.changed(productId, name);
    return tagged(changed);
  }

  @DELETE
  @Path("/{productId}/{name}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Delete a device")
  public void delete(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    devices.delete(productId, name, ifMatch);
    devices.changed(productId, name);
  }

  private static RestResponse<DeviceView> tagged(DeviceView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", Versions.tag(view.version()))
        .build();
  }
}
